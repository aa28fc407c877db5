"""Invented articles for the tests of the store and the import."""

import datetime as dt
import hashlib

from newsarchive.article import (
    Article,
    EntityKind,
    Evidence,
    Mention,
    Organisation,
    Person,
    Place,
    Published,
)
from newsarchive.store.articles import Incoming


def incoming(text: str, *, name: str = "a.txt", person: str = "سالم بن حمد الريامي") -> Incoming:
    body = f"التقى {person} وفدا من هيئة المراعي في نزوى.\n\n{text}"
    start = body.index(person)
    source = body.encode()
    article = Article(
        name=name,
        sha256=hashlib.sha256(source).hexdigest(),
        title=f"خبر {text}",
        body=body,
        section="محليات",
        outlet="صحيفة الوادي",
        url="https://example.com/1",
        author="ليلى الهنائية",
        published=Published(dt.date(2025, 12, 15), "day", "15 ديسمبر 2025"),
        evidence=(Evidence("title", 0, 4),),
        persons=(Person(person, ("الريامي",), ("المهندس",), ("مدير عام الموارد",)),),
        organisations=(Organisation("هيئة المراعي", ("المراعي",)),),
        places=(Place("نزوى"),),
        mentions=(
            Mention(
                EntityKind.PERSON,
                person,
                "body",
                start,
                start + len(person),
                person,
                "المهندس",
                "مدير عام الموارد",
            ),
            Mention(
                EntityKind.PLACE, "نزوى", "body", body.index("نزوى"), body.index("نزوى") + 4, "نزوى"
            ),
        ),
    )
    return Incoming(article, source, "text/plain", "utf-8")
