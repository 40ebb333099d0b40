package health.strand.demo;

import java.util.List;

/** The people of the demo clinic whom a visitor may log in as. */
public final class Personas {

    /** In the order in which they are worth trying. */
    public static final List<Persona> ALL = List.of(
            new Persona("ana", "Ana Ruiz", "patient; sees her own record and nobody else's"),
            new Persona("ben", "Ben Okafor", "patient after a transplant; sees his own record"),
            new Persona("kim", "Kim Sato", "patient of 17 years; sees her own record"),
            new Persona("pat", "Pat Sato", "Kim's guardian; acts for Kim until she is of age"),
            new Persona("sora", "Sora Lind", "surgeon in Ana's care team; sees her patients' clinical records"),
            new Persona("ito", "Ito Mori", "dermatologist without any relation to Ana; sees his own patients, not her"),
            new Persona("tom", "Tom Weiss", "technician in Ana's care team; takes and reads her scans"),
            new Persona("nia", "Nia Frey", "nurse; sees the patients whose care teams she belongs to"),
            new Persona("tara", "Tara Holm", "trichologist; sees the patients whose care teams she belongs to"),
            new Persona("rex", "Rex Hale", "reception; sees appointments and contact data, nothing clinical"),
            new Persona("gil", "Gil Moor", "billing; sees accounts and invoices, nothing clinical"),
            new Persona("max", "Max Orth", "clinic manager; sees how the clinic runs, no patient's clinical data"),
            new Persona("mia", "Mia Costa", "marketing; sees no clinical data without a patient's permission"),
            new Persona("ops", "Ops Desk", "administrator; runs the system, sees no patient data"),
            new Persona("dara", "Dara Voss", "privacy officer; sees consents and the audit trail"),
            new Persona("lab", "Lab Desk", "genetics laboratory; sees the tests ordered from it"),
            new Persona("vox", "Vox Imaging", "imaging vendor's account; sees scans where patients allow the cloud"),
            new Persona(
                    "adz", "Adz Analytics", "analytics vendor's account; sees nothing a patient has not given away"),
            new Persona("uni", "Uni Research", "university researcher; sees what patients gave to research"),
            new Persona("bo", "Bo Berg", "clinician of another practice; sees patients who let him"));

    private Personas() {}
}
