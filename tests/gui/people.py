"""A small archive of people who are named in several ways."""

import dataclasses

from newsarchive.article import EntityKind, Mention, Person
from tests.newsarchive.builders import archive_of, article

SHORT, FULL = "جمال القريشي", "جمال بن حمد القريشي"
BODY = "التقى اللواء جمال القريشي مدير الشرطة بوفد من نزوى.\n\nوشكر خالد المعولي الحضور."


def _meeting():
    one = article(
        "لقاء في المرسى", BODY, date="2024-03-01", section="محليات", organisations=["شرطة الساحل"]
    )
    start = BODY.index(SHORT)
    person = Person(SHORT, ("القريشي",), ("اللواء",), ("مدير الشرطة",))
    mention = Mention(EntityKind.PERSON, SHORT, "body", start, start + len(SHORT), SHORT)
    return dataclasses.replace(one, persons=(person,), mentions=(mention,))


def _statement():
    person = Person(SHORT, (), (), ("مدير الشرطة",))
    one = article("بيان عن الطرق", "نص البيان", date="2025-04-01", section="محليات")
    return dataclasses.replace(one, persons=(person,))


def people_archive(folder):
    """The path of an archive of four articles, indexed and closed.

    1 and 2 name SHORT, 3 names FULL, 4 takes a word for a person and a town for a body.
    """
    honoured = article(
        "تكريم المدير", "نص", date="2025-05-01", persons=[FULL], organisations=["شرطة الساحل"]
    )
    odd = article("مدى الرؤية", "نص", date="2025-06-01", persons=["مدى"], organisations=["نزوى"])
    with archive_of(folder, _meeting(), _statement(), honoured, odd) as archive:
        return archive.path
