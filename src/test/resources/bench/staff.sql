insert into strand.audience (number, reader, purpose, client) overriding system value
    select number + :n * :audiences, bench.copied(reader, 0, :n), purpose, client
    from bench.audience where reader like 'Practitioner/%';
insert into strand.affiliation
    select bench.copied(source, 0, :n), bench.copied(member, 0, :n), bench.copied(body, 0, :n), starts, until
    from bench.affiliation where source like 'PractitionerRole/%';
insert into strand.clinic_role
    select bench.suffixed(practitioner_role, :n), bench.suffixed(practitioner, :n), role, starts, ends
    from bench.clinic_role;
