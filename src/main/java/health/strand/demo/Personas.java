package health.strand.demo;

import java.util.List;

/** The people of the demo clinic whom a visitor may log in as. */
public final class Personas {

    /** In the order in which they are worth trying. */
    public static final List<Persona> ALL = List.of(
            new Persona("ana", "Ana Ruiz", "patient; sees her own record and nobody else's"),
            new Persona("ben", "Ben Okafor", "patient after a transplant; sees his own record"),
            new Persona("kim", "Kim Sato", "patient of 17 years; sees her own record"),
            new Persona(
                    "pat", "Pat Sato", "Kim's guardian; sees Kim's record and decides for Kim, until Kim is of age"),
            new Persona(
                    "sora",
                    "Sora Lind",
                    "surgeon; sees clinical data and scans of the patients she treats, genetic data with their consent"),
            new Persona("ito", "Ito Mori", "dermatologist; sees the patients he treats, as Sora hers"),
            new Persona("tom", "Tom Weiss", "technician; sees the patients of his care teams, as Sora hers"),
            new Persona("nia", "Nia Frey", "nurse; sees the patients of her care teams"),
            new Persona("tara", "Tara Holm", "trichologist; sees the patients she treats"),
            new Persona(
                    "rex",
                    "Rex Hale",
                    "reception; sees appointments and contact data of who is expected, nothing clinical"),
            new Persona("gil", "Gil Moor", "billing; sees accounts and invoices, nothing clinical"),
            new Persona("max", "Max Orth", "clinic manager; sees no patient data"),
            new Persona("mia", "Mia Costa", "marketing; sees what patients let her publish"),
            new Persona("ops", "Ops Desk", "administrator; keeps the registry, sees no patient data"),
            new Persona("dara", "Dara Voss", "privacy officer; sees consents"),
            new Persona("lab", "Lab Desk", "genetics laboratory; sees what it was asked for and its own results"),
            new Persona("vox", "Vox Imaging", "imaging vendor's account; sees no patient data yet"),
            new Persona("adz", "Adz Analytics", "analytics vendor's account; sees only what a consent opens"),
            new Persona("uni", "Uni Research", "university researcher; sees no patient data yet"),
            new Persona("bo", "Bo Berg", "clinician of another practice; sees what patients let him see"));

    private Personas() {}
}
