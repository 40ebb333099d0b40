insert into strand.cell_group (number, patients, traits) overriding system value
    select number + :n * :groups, array(select bench.suffixed(p, :n) from unnest(patients) p),
        bench.copied(traits, :n, :staff)
    from bench.cell_group;
insert into strand.cell_group_member select bench.suffixed(patient, :n), number + :n * :groups from bench.cell_group_member;
insert into strand.cell select number + :n * :groups * 32, cell_group + :n * :groups, compiled from bench.cell;
insert into strand.audience (number, reader, purpose, client) overriding system value
    select number + :n * :audiences, bench.copied(reader, :n, 0), purpose, client
    from bench.audience where split_part(reader, '/', 1) in ('Patient', 'RelatedPerson');
insert into strand.granted
    select g.audience + case split_part(a.reader, '/', 1)
            when 'Patient' then :n when 'RelatedPerson' then :n when 'Practitioner' then :staff else 0 end * :audiences,
        g.cell + :n * :groups * 32, g.starts, g.until
    from bench.granted g join bench.audience a on a.number = g.audience;
insert into strand.withheld
    select w.audience + case split_part(a.reader, '/', 1)
            when 'Patient' then :n when 'RelatedPerson' then :n when 'Practitioner' then :staff else 0 end * :audiences,
        w.cell + :n * :groups * 32, w.starts, w.until
    from bench.withheld w join bench.audience a on a.number = w.audience;
insert into strand.directive
    select bench.copied(consent, :n, 0), bench.suffixed(patient, :n),
        replace(bench.copied(body, :n, :staff), split_part(consent, '/', 2),
            bench.suffixed(split_part(consent, '/', 2), :n)), conditional
    from bench.directive;
insert into strand.treatment
    select bench.copied(source, :n, :staff), bench.suffixed(patient, :n), bench.copied(practitioner, :n, :staff),
        starts, until
    from bench.treatment;
insert into strand.booking
    select bench.copied(source, :n, :staff), bench.suffixed(patient, :n), starts, until from bench.booking;
insert into strand.affiliation
    select bench.copied(source, :n, :staff), bench.copied(member, :n, :staff), bench.copied(body, :n, :staff), starts, until
    from bench.affiliation where source like 'CareTeam/%';
insert into strand.dependency
    select bench.suffixed(patient, :n), bench.copied(reference, :n, :staff) from bench.dependency;
insert into strand.content select bench.copied(carrier, :n, 0), bench.copied(file, :n, 0) from bench.content;
insert into strand.mandate select bench.copied(source, :n, 0), bench.suffixed(patient, :n), starts, until from bench.mandate;
