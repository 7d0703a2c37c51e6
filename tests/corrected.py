"""The part of the small network where what was public was put right, withdrawn or put on the front."""

from datetime import UTC, datetime
from typing import Any

from schema.posts import services as posts
from schema.posts.models import NoticeKind, Post, PostKind
from schema.posts.services import BylineDraft
from tests.makers.posts import body, document, paragraph, photo_block

FOR_EVER = datetime(2120, 1, 1, tzinfo=UTC)


async def put_right(making: Any, withheld: str) -> None:
    """Corrected, superseded, withdrawn, restored; ``withheld`` is in every word that may be read no more."""
    fees = await _corrected(making)
    await _superseded(making, fees)
    await _withdrawn(making, withheld, fees)
    await _withdrawn_in_one_language(making, withheld)
    await _restored(making)
    await _on_the_front(making, fees)


async def _notice(making: Any, mission: Any, title: str, day: str, **over: Any) -> Post:
    post: Post = await making.begin(making.on(day), mission, over.pop("kind", PostKind.NOTICE), title, **over)
    await making.publish(post, day)
    return post


async def _corrected(making: Any) -> Post:
    """A clarification beside the words, then a correction of them, and a draft that waits."""
    post = await _notice(making, making.amman, "Port fees", "2025-12-10", body=body("The fee is 40."))
    await posts.add_notice(making.on("2025-12-11"), post_id=post.id, note="The fee is in dinars.")
    newer = {"base_revision": 2, "body": body("The fee is 30.")}
    await posts.save_draft(making.on("2025-12-12"), post_id=post.id, **newer)
    corrected = {"kind": NoticeKind.CORRECTION, "note": "The fee is 30, not 40 as we wrote.", "revision": 3}
    await posts.correct_post(making.on("2025-12-12", by="Amman editor"), post_id=post.id, **corrected)
    return post


async def _superseded(making: Any, instead: Post) -> None:
    post = await _notice(making, making.amman, "Harbour fees", "2025-12-02", body=body("The fee is 50."))
    said: dict[str, Any] = {"note": "New fees since 10 December.", "notes": {"ar": "رسوم جديدة منذ ١٠ ديسمبر."}}
    await posts.supersede_post(making.on("2025-12-13"), post_id=post.id, superseded_by_id=instead.id, **said)


async def _withdrawn(making: Any, withheld: str, instead: Post) -> None:
    """A speech that was retracted in two languages, with everything that hung on it."""
    rally = await making.photo(making.amman, f"rally-{withheld}", credit=withheld)
    words = document(paragraph(f"My {withheld} voters."), photo_block(rally, withheld, alternative="in_text"))
    post = await making.begin(
        making.on("2025-12-03"), making.amman, PostKind.SPEECH, f"Visas {withheld}",
        slug="visa-rules", summary=withheld, body=words,
    )  # fmt: skip
    await posts.add_translation(
        making.on("2025-12-03"), post_id=post.id, locale="fr", title=f"Les {withheld}", slug="regles-des-visas",
        body=body(f"Mes {withheld}."),
    )  # fmt: skip
    await posts.set_bylines(making.on("2025-12-03"), post_id=post.id, bylines=[BylineDraft(person_id=making.guest.id)])
    await making.file(post, "2025-12-03", [making.elections], [f"{withheld} visas", "Tools"])
    await making.publish(post, "2025-12-04")
    await making.publish(post, "2025-12-04", "fr")
    await making.redirect(post, "2025-12-04", "en", "/2018/visa-rules.html")
    await making.comment(post, 9, f"Reader {withheld}", f"Shame {withheld}")
    await posts.add_notice(making.on("2025-12-05"), post_id=post.id, note=f"The {withheld} is meant.")
    await posts.withdraw_post(
        making.on("2025-12-06", by="Amman editor"), post_id=post.id, kind=NoticeKind.RETRACTION,
        reason="The rules we named do not exist.", reasons={"fr": "Ces règles n’existent pas."},
        superseded_by_id=instead.id,
    )  # fmt: skip
    await posts.save_draft(making.on("2025-12-07"), post_id=post.id, base_revision=2, title=f"Newer {withheld}")


async def _withdrawn_in_one_language(making: Any, withheld: str) -> None:
    post = await _notice(making, making.dakar, "Marché", "2025-12-08", locale="fr", body=body("Le marché ouvre."))
    await posts.add_translation(
        making.on("2025-12-08"), post_id=post.id, locale="en", title="Market", body=body(f"The {withheld} opens.")
    )
    await making.publish(post, "2025-12-08", "en")
    await posts.add_notice(making.on("2025-12-08"), post_id=post.id, locale="en", note=f"On {withheld} too.")
    gone: dict[str, Any] = {"kind": NoticeKind.WITHDRAWN, "reason": "It was badly translated.", "keeps_title": True}
    await posts.withdraw_post(making.on("2025-12-09"), post_id=post.id, locale="en", **gone)


async def _restored(making: Any) -> None:
    post = await _notice(making, making.ministry, "Consular fair", "2025-12-14", body=body("It is on Sunday."))
    gone: dict[str, Any] = {"kind": NoticeKind.WITHDRAWN, "reason": "The day is being looked into."}
    await posts.withdraw_post(making.on("2025-12-15"), post_id=post.id, **gone)
    await posts.restore_post(making.on("2025-12-16"), post_id=post.id, note="The day was right.")


async def _on_the_front(making: Any, fees: Post) -> None:
    """Two posts, and one whose time there is over."""
    over = await _notice(making, making.amman, "Advent market", "2025-12-01", body=body("Come and see."))
    await posts.feature_post(making.on("2026-03-06"), post_id=fees.id, until=FOR_EVER)
    await posts.feature_post(making.on("2026-03-06"), post_id=making.workshop_post.id)
    past = datetime(2026, 3, 8, tzinfo=UTC)
    await posts.feature_post(making.on("2026-03-06"), post_id=over.id, position=2, until=past)
