package health.strand.enforcement;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.server.exceptions.UnprocessableEntityException;

/**
 * Reads nothing that FHIR does not know: an element nobody knows is an element nobody would see or protect. What is well
 * formed and says something unknown is told apart from what cannot be read at all.
 */
public final class KnownElements extends StrictErrorHandler {

    /** HAPI takes a failure to read for a request that is malformed; this is no such. */
    private static UnprocessableEntityException unknown() {
        return new UnprocessableEntityException(ErrorTexts.UNKNOWN_ELEMENT);
    }

    @Override
    public void unknownElement(IParserErrorHandler.IParseLocation location, String element) {
        throw unknown();
    }

    @Override
    public void unknownAttribute(IParserErrorHandler.IParseLocation location, String attribute) {
        throw unknown();
    }
}
