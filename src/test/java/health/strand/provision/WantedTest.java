package health.strand.provision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class WantedTest {

    private final Wanted wanted = new Wanted(json("{'a':1,'b':{'c':'x','d':false},'e':['p','q']}"));

    @Test
    void isMetByMoreInAnyOrderAndByNumbersInQuotes() {
        assertThat(wanted.gaps(json("{'z':0,'e':['q','p'],'b':{'d':'false','c':'x','y':2},'a':'1'}")))
                .isEmpty();
    }

    @Test
    void saysWhatIsMissingAndWhatIsOtherwise() {
        assertThat(wanted.gaps(json("{'a':2,'b':{'c':null},'e':['p','q','r']}")))
                .containsExactly(
                        "a: 2 -> 1",
                        "b.c: nothing -> x",
                        "b.d: nothing -> false",
                        "e: [\"p\",\"q\",\"r\"] -> [\"p\",\"q\"]");
        assertThat(wanted.gaps(MissingNode.getInstance())).hasSize(4);
    }

    @Test
    void isPutIntoWhatIsThere() {
        ObjectNode whole = wanted.in(json("{'a':2,'b':{'c':'y','kept':1},'kept':[]}"));

        assertThat(whole).isEqualTo(json("{'a':1,'b':{'c':'x','kept':1,'d':false},'kept':[],'e':['p','q']}"));
        assertThat(wanted.gaps(whole)).isEmpty();
    }

    @Test
    void takesNoMemberThatIsNotThere() {
        assertThat(Wanted.of(json("{'a':1,'b':2}"), "b", "c").part()).isEqualTo(json("{'b':2}"));
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
