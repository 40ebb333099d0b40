package health.strand.server;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import org.hl7.fhir.r4.model.Binary;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Media;

/** The files of pictures, for whoever may see both the picture and its file. */
final class PictureFiles {

    private static final String FILE = "Binary/";

    private final DaoRegistry daos;
    private final String address;

    /** @param base the address of the FHIR endpoint */
    PictureFiles(DaoRegistry daos, String base) {
        this.daos = daos;
        this.address = base + "/";
    }

    /** @throws ResourceNotFoundException where the picture, its file, or either for the requester is none */
    Binary of(IdType picture, RequestDetails request) {
        return whole(picture, request).file();
    }

    /** @throws ResourceNotFoundException where the picture, its file, or either for the requester is none */
    Picture whole(IdType picture, RequestDetails request) {
        Media media = daos.getResourceDao(Media.class).read(picture, request);
        return new Picture(media, daos.getResourceDao(Binary.class).read(file(media, picture), request));
    }

    /** A picture and its file. */
    record Picture(Media media, Binary file) {}

    private IdType file(Media media, IdType picture) {
        String url = String.valueOf(media.getContent().getUrl());
        String path = url.startsWith(address) ? url.substring(address.length()) : url;
        if (!path.startsWith(FILE)) {
            throw new ResourceNotFoundException(picture);
        }
        return new IdType(path).toUnqualifiedVersionless();
    }
}
