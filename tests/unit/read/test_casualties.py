"""What an article states of the killed and injured of its incident."""

import pytest

from checker.read import read_text
from checker.read.casualties import casualties, count_people, deaths_in, wounded_in


def stated(text, title=None):
    found = casualties(read_text(text), title)
    return tuple(x.value if x else None for x in (found.killed, found.injured))


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Two dead, three hurt in Elm Street shooting", "Officers were called to Elm Street at noon.", (2, 3)),
        ("Boy dies after shooting", "The ten-year-old was pronounced dead at a clinic in Dover.", (1, None)),
        ("Clerk shot in the arm", "The clerk is expected to recover, police said.", (None, 1)),
        ("Shooting at a car wash", "Five people were shot and one of them died, the sheriff said.", (1, 4)),
        ("Man charged in triple killing", "He is accused of killing his wife and their two children.", (3, None)),
        ("Shots fired at motel", "Nobody was killed, and no one was injured.", (0, 0)),
        ("Woman slain, brother wounded", "Ana Ruiz, 31, was fatally shot. Her brother was also shot and taken to a hospital.", (1, 1)),
        ("Third victim of bar shooting dies", "Two others had died on Sunday.", (3, None)),
        ("City council meets", "The council spoke about parking for two hours.", (None, None)),
    ],
)
def test_an_article_states_its_toll(title, text, expected):
    assert stated(text, title) == expected


def test_the_year_s_homicides_are_another_count():
    text = "A teenager was shot dead on Tuesday. The city has counted 146 people killed so far this year."
    assert stated(text) == (1, None)


def test_a_roundup_has_no_incident_of_its_own():
    assert stated("A man died in the first. Two were hurt in the second.", "One killed in three separate shootings") == (None, None)


def test_the_gunman_is_not_among_his_victims():
    text = "Four people were killed, including the gunman, who then shot himself."
    assert stated(text) == (3, None)


@pytest.mark.parametrize(
    ("phrase", "count"),
    [
        ("a husband, wife and their two children", 4),
        ("John Smith, 34, and Mary Jones, 21,", 2),
        ("the victims", None),
        ("her father and six-year-old daughter", 2),
        ("an unborn baby", None),
    ],
)
def test_people_of_a_phrase_are_counted(phrase, count):
    assert count_people(phrase) == count


def test_one_person_s_age_and_town_are_no_people():
    assert count_people("Maige Lee, 27, of Sacramento,", last=True) == 1


@pytest.mark.parametrize("text", ["He was charged with attempted murder of a nurse.", "The homicide unit asks for tips.", "Nobody died."])
def test_no_death_is_read_where_none_is_told(text):
    assert deaths_in(text) is None


def test_the_dead_are_not_among_the_wounded():
    assert wounded_in("The man was taken to a hospital, where he died.") is None
    assert wounded_in("The blast killed a guard, wounding his daughter.") == 1
