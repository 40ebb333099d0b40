package health.strand.twin;

import java.util.List;

/** The rest of a chart, one of each kind. */
final class MoreBodies {

    private final Words words;
    private final Registry registry;
    private final String patient;
    private final List<String> observations;
    private final List<String> displays;
    private final List<String> encounters;

    MoreBodies(
            Words words,
            Registry registry,
            String patient,
            List<String> observations,
            List<String> displays,
            List<String> encounters) {
        this.words = words;
        this.registry = registry;
        this.patient = patient;
        this.observations = observations;
        this.displays = displays;
        this.encounters = encounters;
    }

    void addTo(Transaction bundle) {
        bundle.add(("{'resourceType':'Condition','clinicalStatus':{'coding':[{'system':"
                        + "'http://terminology.hl7.org/CodeSystem/condition-clinical','code':'active'}]},"
                        + "'code':{'text':'%s'},'subject':%s,'recordedDate':'%s','evidence':[{'detail':[%s]}]%s}")
                .formatted(words.word(), subject(), words.date(), observation(), Labels.draw(words)));
        bundle.add(("{'resourceType':'FamilyMemberHistory','status':'completed','patient':%s,'name':'%s',"
                        + "'relationship':{'coding':[{'system':'http://terminology.hl7.org/CodeSystem/v3-RoleCode',"
                        + "'code':'FTH'}]}}")
                .formatted(subject(), words.word()));
        order(bundle, words.chance(2));
        bundle.add(("{'resourceType':'RiskAssessment','status':'final','subject':%s,'basis':[%s],'mitigation':'%s'}")
                .formatted(subject(), observation(), words.word()));
        bundle.add(("{'resourceType':'List','status':'current','mode':'working','title':'%s','subject':%s,"
                        + "'entry':[{'item':%s},{'item':%s}]}")
                .formatted(words.word(), subject(), observation(), observation()));
        bundle.add(("{'resourceType':'Communication','status':'completed','subject':%s,'sender':{'reference':'%s'},"
                        + "'about':[%s],'payload':[{'contentString':'%s'}]}")
                .formatted(subject(), registry.reference("sora"), observation(), words.word()));
        bundle.add(("{'resourceType':'Task','status':'requested','intent':'order','description':'%s','for':%s,"
                        + "'focus':%s,'owner':{'reference':'%s'}}")
                .formatted(words.word(), subject(), observation(), registry.reference("nia")));
        bundle.add(("{'resourceType':'Flag','status':'active','code':{'text':'%s'},'subject':%s%s}")
                .formatted(words.word(), subject(), Labels.draw(words)));
        bundle.add(("{'resourceType':'Invoice','status':'issued','date':'%s','subject':%s,'note':[{'text':'%s'}]}")
                .formatted(words.date(), subject(), words.word()));
        bundle.add("{'resourceType':'RelatedPerson','patient':%s,'name':[{'family':'%s'}]}"
                .formatted(subject(), words.word()));
        bundle.add(("{'resourceType':'Procedure','status':'completed','code':{'text':'%s'},'subject':%s,"
                        + "'performedDateTime':'%s','encounter':{'reference':'%s'},'reasonReference':[%s]}")
                .formatted(words.word(), subject(), words.date(), words.one(encounters), observation()));
        bundle.add(("{'resourceType':'Provenance','target':[%s],'recorded':'2026-01-01T00:00:00Z','agent':[{'who':"
                        + "{'reference':'%s','display':'%s'}}]}")
                .formatted(observation(), registry.reference("sora"), words.word()));
    }

    /** A group that tells how many it has, of whom some may be hidden. */
    void addGroupTo(Transaction bundle) {
        String one = device(bundle);
        String other = device(bundle);
        bundle.add(("{'resourceType':'Group','type':'device','actual':true,'name':'%s','quantity':2,"
                        + "'characteristic':[{'code':{'text':'%s'},'valueReference':%s,'exclude':false}],"
                        + "'member':[{'entity':{'reference':'%s'}},{'entity':{'reference':'%s'}}]}")
                .formatted(words.word(), words.word(), subject(), one, other));
    }

    private String device(Transaction bundle) {
        return bundle.add("{'resourceType':'Device','patient':%s,'note':[{'text':'%s'}]%s}"
                .formatted(subject(), words.word(), Labels.draw(words)));
    }

    private void order(Transaction bundle, boolean genetic) {
        bundle.add(("{'resourceType':'ServiceRequest','status':'active','intent':'order',%s'code':{'text':'%s'},"
                        + "'subject':%s,'authoredOn':'%s','performer':[{'reference':'%s'}],'supportingInfo':[%s]}")
                .formatted(
                        genetic
                                ? "'category':[{'coding':[{'system':"
                                        + "'http://terminology.hl7.org/CodeSystem/v2-0074','code':'GE'}]}],"
                                : "",
                        words.word(),
                        subject(),
                        words.date(),
                        registry.reference(genetic ? "lena" : "sora"),
                        observation()));
    }

    private String subject() {
        return "{'reference':'" + patient + "'}";
    }

    private String observation() {
        int index = words.below(observations.size());
        return "{'reference':'" + observations.get(index) + "','display':'" + displays.get(index) + "'}";
    }
}
