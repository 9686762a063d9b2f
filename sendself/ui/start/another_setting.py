"""Beginning again where the wrong setting was chosen: what an evaluation has answered belongs to its themes."""

import streamlit as st

from sendself.assessment.begin import begun_with_setting
from sendself.assessment.words import SETTING_NAMES
from sendself.rubric.duty import Setting
from sendself.rubric.own import rubrics_for
from sendself.ui.editor import Editor
from sendself.ui.start.begin import begin


def another_setting_part(editor: Editor) -> None:
    """Why the setting of an evaluation stays, and a new evaluation of the school in another; this one is kept."""
    now = editor.assessment.setting
    with st.expander("Not what you evaluate? Begin again with another setting", key="another-setting"):
        st.markdown(
            "The setting decides the themes, so what is answered here cannot move to another. A new evaluation takes "
            "over the school, who takes part, why you do it and the context, and has nothing answered yet. A resourced "
            "provision has its own pupils: then the context begins empty. This evaluation stays as it is."
        )
        chosen = st.selectbox(
            "What do you evaluate?",
            [setting for setting in Setting if setting is not now],
            format_func=SETTING_NAMES.__getitem__,
            index=None,
            placeholder="Choose",
            key="another-setting-chosen",
        )
        if st.button("Begin again with this setting", disabled=chosen is None) and chosen:
            made = begun_with_setting(editor.assessment, next(iter(rubrics_for(chosen))), chosen)
            begin(editor.repository, made, notice="This is a new evaluation. The first one stays as it is, on Start.")
