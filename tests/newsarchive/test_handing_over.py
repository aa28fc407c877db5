"""Articles come out of another process as they went in."""

import datetime as dt
import pickle

from newsarchive.article import (
    Article,
    EntityKind,
    Evidence,
    Mention,
    Organisation,
    Person,
    Place,
    Published,
    Reason,
)


def test_an_article_is_the_same_in_another_process():
    one = Article(
        name="خبر.txt",
        sha256="0",
        title="خبر",
        body="قال سالم الحارثي من مسقط",
        published=Published(dt.date(2025, 12, 1)),
        evidence=(Evidence("title", 0, 3, Reason.NOTED),),
        persons=(Person("سالم الحارثي", ("سالم",), ("الدكتور",)),),
        organisations=(Organisation("وزارة الصحة"),),
        places=(Place("مسقط"),),
        mentions=(Mention(EntityKind.PERSON, "سالم الحارثي", "body", 4, 16, "سالم الحارثي"),),
    )
    again = pickle.loads(pickle.dumps(one))
    assert again == one
    assert again.mentions[0].kind is EntityKind.PERSON
