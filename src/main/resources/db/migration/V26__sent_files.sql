-- By what a picture is known when its sender sends it again (SentFiles.java), and where it is stored. What stands in mark says
-- nothing without a key of the clinic. A row is written in the transaction that stores the picture.
create table strand.sent_file (
    mark text primary key,
    file text not null check (file ~ '^Binary/[A-Za-z0-9.-]{1,64}$')
);

create function strand.sent_file(sent text) returns text
    language sql stable security definer set search_path = strand, pg_temp as $$
    select file from sent_file where mark = sent
$$;

-- Whether it is known now where the picture is; not so when somebody else has said it since former was read.
create function strand.keep_sent_file(sent text, stored text, former text) returns boolean
    language sql volatile security definer set search_path = strand, pg_temp as $$
    with kept as (
        insert into sent_file (mark, file) values (sent, stored)
            on conflict (mark) do update set file = excluded.file where sent_file.file = former
            returning 1)
    select exists (select from kept)
$$;
