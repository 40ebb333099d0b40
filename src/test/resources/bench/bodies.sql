-- Bodies are copied by replacing marks in them: looking for references again in every copy would take most of the time.

alter table bench.hfj_res_ver add own_staff text, add other_staff text;

-- a copied picture is a small one
update bench.hfj_res_ver set own_staff = regexp_replace(bench.marked(
        case res_type when 'Binary' then regexp_replace(res_text_vc, '"data":"([^"]{252})[^"]*"', '"data":"\1"')
            else res_text_vc end,
        (select string_agg(distinct res_type, '|') from bench.hfj_resource where kind = 'P'), '@n@'),
    '("value":"P[0-9]{5})"', '\1@i@"');

update bench.hfj_res_ver set res_text_vc = null,
    other_staff = bench.marked(own_staff, 'PractitionerRole|Practitioner', '@s@');
