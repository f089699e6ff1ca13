"""`academy publish-verification`: the check page as a folder."""

from terminal import answer, cohort_id


def test_the_page_needs_the_academys_key(sample, folder):
    refused = answer("publish-verification", sample, "--to", folder / "check", code=1)
    assert refused.problems[0]["code"] == "page_needs_key"
    assert not (folder / "check").exists()


def test_a_locked_key_is_asked_for_and_then_the_folder_is_written(sample, folder):
    typed, wrong = folder / "passphrase.txt", folder / "wrong.txt"
    typed.write_text("correct horse battery staple\n", "utf-8")
    wrong.write_text("not the passphrase of it\n", "utf-8")
    due = ("certificates", sample, "--cohort", cohort_id(sample, "Top Talent 5"), "--due")
    answer(*due, "--passphrase-file", typed, "--out", folder / "issued")
    to = ("publish-verification", sample, "--to", folder / "check")
    locked = answer(*to, code=1)
    assert locked.problems[0]["code"] == "passphrase_needed"
    refused = answer(*to, "--passphrase-file", wrong, code=1)
    assert refused.problems[0]["code"] == "passphrase_wrong"
    assert not (folder / "check").exists()
    made = answer(*to, "--passphrase-file", typed)
    assert len(made.result["keys"]) == 1
    assert len(made.result["files"]) == len(list((folder / "check").iterdir()))
    note = (folder / "check" / "README.txt").read_text("utf-8")
    assert "Put all files of this folder" in note
    issued = next((folder / "issued").iterdir())
    keys = folder / "check" / "keys.json"
    assert answer("verify", issued, "--keys", keys).result["verdict"] == "genuine"
