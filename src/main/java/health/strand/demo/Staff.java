package health.strand.demo;

import health.strand.profiles.RoleCodes;

/** Everybody who works in or for the clinic. The key of those with a log-in is the persona's name. */
enum Staff {
    SORA("sora", "Sora", "Lind", RoleCodes.SURGEON, Party.CLINIC),
    LEA("lea", "Lea", "Brandt", RoleCodes.SURGEON, Party.CLINIC),
    ITO("ito", "Ito", "Mori", RoleCodes.DERMATOLOGIST, Party.CLINIC),
    INA("ina", "Ina", "Sand", RoleCodes.DERMATOLOGIST, Party.CLINIC),
    TARA("tara", "Tara", "Holm", RoleCodes.TRICHOLOGIST, Party.CLINIC),
    NIA("nia", "Nia", "Frey", RoleCodes.NURSE, Party.CLINIC),
    TOM("tom", "Tom", "Weiss", RoleCodes.TECHNICIAN, Party.CLINIC),
    UDO("udo", "Udo", "Kern", RoleCodes.TECHNICIAN, Party.CLINIC),
    REX("rex", "Rex", "Hale", RoleCodes.RECEPTION, Party.CLINIC),
    GIL("gil", "Gil", "Moor", RoleCodes.BILLING, Party.CLINIC),
    MAX("max", "Max", "Orth", RoleCodes.MANAGER, Party.CLINIC),
    MIA("mia", "Mia", "Costa", RoleCodes.MARKETING, Party.CLINIC),
    OPS("ops", "Ops", "Desk", RoleCodes.ADMINISTRATOR, Party.CLINIC),
    DARA("dara", "Dara", "Voss", RoleCodes.PRIVACY_OFFICER, Party.CLINIC),
    LAB("lab", "Lab", "Desk", RoleCodes.LABORATORY, Party.LABORATORY),
    VOX("vox", "Vox", "Imaging", RoleCodes.IMAGING_VENDOR, Party.IMAGING_VENDOR),
    ADZ("adz", "Adz", "Analytics", RoleCodes.ANALYTICS_VENDOR, Party.ANALYTICS_VENDOR),
    UNI("uni", "Uni", "Research", RoleCodes.RESEARCHER, Party.UNIVERSITY),
    BO("bo", "Bo", "Berg", RoleCodes.EXTERNAL_CLINICIAN, Party.OTHER_PRACTICE);

    final String key;
    final String given;
    final String family;
    final String role;
    final Party employer;

    Staff(String key, String given, String family, String role, Party employer) {
        this.key = key;
        this.given = given;
        this.family = family;
        this.role = role;
        this.employer = employer;
    }

    String display() {
        return given + " " + family;
    }
}
