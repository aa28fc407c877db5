"""Views for whoever opens an archive with another program: cuttings, names, offices held."""

_NAMES = """CREATE VIEW {view} AS
SELECT e.id, e.name, count(DISTINCT a.id) AS articles,
    min(a.published_date) AS first_seen, max(a.published_date) AS last_seen,
    (SELECT group_concat(n.name, ' | ') FROM entity_names AS n
     WHERE n.entity_id = e.id AND n.name <> e.name) AS also_written
FROM entities AS e
JOIN article_entities AS m ON m.entity_id = e.id AND m.replaced_by IS NULL
JOIN articles AS a ON a.id = m.article_id AND a.deleted_at IS NULL
WHERE e.kind = '{kind}' AND NOT e.hidden AND e.became IS NULL
GROUP BY e.id
ORDER BY articles DESC, e.name"""

_CUTTINGS = """CREATE VIEW cuttings AS
SELECT a.id, a.published_date AS date, a.outlet, a.section, a.title, a.author, a.body, a.url,
    a.file,
    (SELECT group_concat(e.name, ' | ') FROM article_entities AS m JOIN entities AS e
     ON e.id = m.entity_id WHERE m.article_id = a.id AND m.replaced_by IS NULL
     AND e.kind = 'person' AND NOT e.hidden) AS persons,
    (SELECT group_concat(e.name, ' | ') FROM article_entities AS m JOIN entities AS e
     ON e.id = m.entity_id WHERE m.article_id = a.id AND m.replaced_by IS NULL
     AND e.kind = 'organisation' AND NOT e.hidden) AS organisations,
    (SELECT group_concat(t.name, ' | ') FROM article_tags AS g JOIN tags AS t
     ON t.id = g.tag_id WHERE g.article_id = a.id) AS tags,
    EXISTS (SELECT 1 FROM stars AS s WHERE s.article_id = a.id) AS starred
FROM articles AS a
WHERE a.deleted_at IS NULL
ORDER BY a.published_date DESC, a.id DESC"""

_OFFICES = """CREATE VIEW offices AS
SELECT e.name AS person, m.title, m.role AS office, a.published_date AS date, a.id AS article_id,
    a.title AS article
FROM mentions AS m
JOIN entities AS e ON e.id = m.entity_id AND e.kind = 'person' AND NOT e.hidden
JOIN articles AS a ON a.id = m.article_id AND a.deleted_at IS NULL
WHERE m.replaced_by IS NULL AND (m.title IS NOT NULL OR m.role IS NOT NULL)
ORDER BY e.name, a.published_date"""

VIEWS = {
    "cuttings": _CUTTINGS,
    "persons": _NAMES.format(view="persons", kind="person"),
    "organisations": _NAMES.format(view="organisations", kind="organisation"),
    "places": _NAMES.format(view="places", kind="place"),
    "offices": _OFFICES,
}
"""The statement that makes each; the program itself never reads them."""
