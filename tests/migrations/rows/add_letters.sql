-- One row in each table as this revision makes it.

insert into letters (recipient, template, locale, data)
values ('adaeze@ministry.example', 'sign_in_link', 'en', '{"name": "Adaeze", "link": "https://ministry.example/", "minutes": 15}');
