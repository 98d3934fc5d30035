-- The facts of bench/city/facts.ts, as a relational schema that a good database would have, with the same questions as views.
create schema city;
set search_path to city;

create table area (code text primary key, name text not null, residents integer not null);
create table organization (code text primary key, name text not null);
create table centre (
  code text primary key,
  name text not null,
  area_code text not null references area,
  manager_code text not null references organization
);
create table service (
  code text primary key,
  name text not null,
  centre_code text not null references centre,
  organization_code text not null references organization
);
create table observation (
  indicator text not null,
  period text not null,
  area_code text not null references area,
  value double precision not null,
  status text not null,
  primary key (indicator, period, area_code)
);

\copy area from 'area.csv' csv
\copy organization from 'organization.csv' csv
\copy centre from 'centre.csv' csv
\copy service from 'service.csv' csv
\copy observation from 'observation.csv' csv

create index on centre (area_code, code);
create index on centre (manager_code);
create index on service (centre_code, code);
create index on service (organization_code);

create view map_cell as
select indicator, period, area_code, name as area_name, value, status,
  rank() over (partition by indicator, period order by value desc) as rank,
  1 + floor(10.0 * (rank() over (partition by indicator, period order by value) - 1)
    / count(*) over (partition by indicator, period))::integer as decile
from observation join area on area.code = area_code;

create view map_distribution as
select indicator, period, count(*) as count, avg(value) as mean, min(value) as min,
  percentile_cont(0.25) within group (order by value) as first_quartile,
  percentile_cont(0.5) within group (order by value) as median,
  percentile_cont(0.75) within group (order by value) as third_quartile,
  max(value) as max
from observation group by indicator, period;

create materialized view ready_map_cell as select * from map_cell;
create unique index on ready_map_cell (indicator, period, area_code);
create materialized view ready_map_distribution as select * from map_distribution;
create unique index on ready_map_distribution (indicator, period);

create view area_count as
select code, name, coalesce(centres, 0) as centres, coalesce(services, 0) as services
from area
left join (select area_code, count(*) as centres from centre group by area_code) as of_centres
  on of_centres.area_code = code
left join (
  select area_code, count(*) as services from service join centre on centre.code = centre_code group by area_code
) as of_services on of_services.area_code = code;

analyze;
