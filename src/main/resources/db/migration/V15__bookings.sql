-- Who is expected at the desk, was there lately or is being registered, and by what.
create table strand.booking (
    source text not null,
    patient text not null,
    starts timestamptz not null,
    until timestamptz not null,
    primary key (source, patient)
);

create index booking_by_patient on strand.booking (patient);
