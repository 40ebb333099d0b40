-- What apps keep for themselves: about nobody, or about one subject. It is apart from the record, and nobody but the app
-- that keeps it is shown it. A search finds its few rows by app and subject; codes may be long, and are in no index.
create table strand.app_state (
    id text primary key,
    client text not null check (client <> ''),
    system text not null,
    code text not null,
    subject_type text,
    subject_id text,
    version integer not null default 1,
    created timestamptz not null default now(),
    updated timestamptz not null default now(),
    body text not null,
    check ((subject_type is null) = (subject_id is null))
);

create index app_state_by_subject on strand.app_state (client, subject_id, subject_type);
