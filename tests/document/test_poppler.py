"""The programs that PDFs are read with are there, or the tests say what to install."""

import pytest

from tests.document.poppler import PROGRAMS, PopplerNotFound, main, program_path


@pytest.mark.parametrize("name", PROGRAMS)
def test_missing_program_is_named_with_what_to_install(name: str) -> None:
    """Where it is not, nothing is skipped: a sentence says how to get it."""
    with pytest.raises(PopplerNotFound, match=rf"with {name}, which is not installed\. Install .*poppler-utils"):
        program_path(name, {"PATH": "/nowhere"})


def test_missing_program_fails_the_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`make test` stops at the set-up, with the sentence; with the programs there it goes on."""
    assert main([]) == 0
    assert "pdfinfo" in capsys.readouterr().out
    monkeypatch.setenv("PATH", "/nowhere")
    assert main([]) == 1
    assert "poppler-utils" in capsys.readouterr().err
