"""The verbs of news acts, with their forms."""

from __future__ import annotations

from checker.read.verbs import inflect

_REGULAR = """accept reject deny confirm seize repel attack shell sign agree exchange resign arrest sentence acquit
elect win lose close open cancel postpone collapse explode crash sink derail strike visit meet approve veto ban kill
injure wound launch fire down intercept destroy damage hit capture recapture liberate occupy annex withdraw retreat
advance invade bomb evacuate rescue detain release free convict charge indict sue fine suspend dismiss appoint nominate
hire endorse oppose support back welcome condemn accuse blame admit acknowledge refuse decline offer propose demand
order allow permit prohibit bar block halt stop start begin resume end delay extend expand cut raise lower increase
decrease reduce rise fall drop grow climb jump slump gain buy sell acquire merge purchase invest borrow lend pay donate
announce reveal publish ratify pass defeat beat draw tie score qualify retire join leave quit enter arrive depart
return flee escape surrender die survive drown erupt flood burn spread strand cross block blame investigate search
find discover recover identify extradite deport expel recall summon impose lift violate breach break restore shut
reopen reach repatriate deliver receive supply provide deploy mobilise mobilize test target hijack kidnap abduct
murder shoot stab rape rob steal hack leak vote abstain boycott protest rally march clash negotiate mediate host hold
attend schedule plan claim drive trigger cause prompt spark force ask urge call thank praise dispute question send
bring take hand transfer transport displace uphold overturn quash appeal dissolve topple oust overthrow assassinate
ambush shell storm raid besiege outflank overrun sabotage torch loot vandalise vandalize desecrate dismantle disarm disband
defuse scrap shelve veto endorse ratify renounce revoke rescind renew lease rename relocate reinstate suspend sanction fund finance subsidise
subsidize audit inspect certify license patent insure underwrite default bankrupt nationalise nationalize privatise privatize list delist float
underpay overcharge refund reimburse compensate award honour honor decorate knight crown elect inaugurate swear coach captain train sign
loan trade bench substitute replace succeed outlive marry divorce adopt baptise bury cremate exhume autopsy diagnose hospitalise operate
amputate transplant sedate intubate quarantine isolate sterilise contaminate leak pollute dump clean dredge drain pump dam breach submerge
inundate engulf ignite extinguish douse smother contain evict resettle house shelter feed rescue tow salvage refloat scuttle torpedo ferry
airlift parachute land ditch skid swerve veer brake overtake collide topple tilt capsize list run sideswipe rear-end crush pin impale maul
bite sting trample stampede suffocate choke strangle electrocute shock scald burn freeze starve dehydrate faint vomit cough sneeze test
screen trace jab dose prescribe recall withdraw thin remove strip replace install weld bolt paint inspect maintain neglect omit skip falsify
forge backdate delete erase encrypt decrypt wiretap bug tap hack phish spoof jam block censor ban unban mute screen broadcast stream air print
serialise serialize translate quote misquote retract correct clarify apologise apologize concede gloat celebrate mourn commemorate pay hand
poison execute pardon jail imprison hospitalise hospitalize treat vaccinate infect quarantine produce build complete
inaugurate demolish abandon ground divert miss slam plunge overturn ram evict detonate"""
# lemma, then its past forms
_IRREGULAR = {
    row.split()[0]: " ".join(row.split()[1:])
    for row in """win won; lose lost; sink sank sunk; strike struck stricken; meet met;
    withdraw withdrew withdrawn; begin began
    begun; cut cut; rise rose risen; fall fell fallen; grow grew grown; buy bought; sell sold; lend lent; pay paid;
    beat beat beaten; draw drew drawn; leave left; quit quit; flee fled; find found; break broke broken; shut shut;
    shoot shot; steal stole stolen; hold held; drive drove driven; send sent; bring brought; take took taken; build
    built; hit hit; spread spread; overthrow overthrew overthrown; die died dying; free freed; agree agreed; admit
    admitted admitting; ban banned banning; bar barred barring; stop stopped stopping; drop dropped dropping; rob
    robbed robbing; stab stabbed stabbing; ram rammed ramming; slam slammed slamming; repel repelled repelling;
    permit permitted permitting; expel expelled expelling; acquit acquitted acquitting; transfer transferred; cancel
    canceled cancelled canceling cancelling; swear swore sworn; feed fed; bite bit bitten; sting stung; freeze froze frozen;
    run ran; overrun overran overrun; overtake overtook overtaken; thin thinned thinning; strip stripped stripping; jam jammed jamming;
    skip skipped skipping; omit omitted omitting; scrap scrapped scrapping; stream streamed; pin pinned pinning; skid skidded skidding;
    bug bugged bugging; tap tapped tapping; jab jabbed jabbing; ferry ferried ferrying; bury buried burying; marry married marrying;
    dam dammed damming; wiretap wiretapped; kidnap kidnapped kidnapping; sue sued suing; tie tied tying; deny
    denied denying; call called; refuse refused; ground grounded; quash quashed""".split(";")
}
PAST_PARTICIPLE_SAME = frozenset({"hit", "cut", "shut", "quit", "spread"})
PARTICLES = frozenset({"down", "up", "off", "out", "over", "back", "away"})


def _forms() -> dict[str, str]:
    table: dict[str, str] = {}
    for lemma in dict.fromkeys(_REGULAR.split()):
        regular = inflect(lemma) if lemma not in ("confirm",) else ["confirm", "confirms", "confirmed", "confirming"]
        if lemma in _IRREGULAR:
            past = _IRREGULAR[lemma].split()
            regular = [lemma, *(f for f in regular if f.endswith(("s", "ing"))), *past]
        for form in regular:
            table.setdefault(form, lemma)
    for wrong in ("missing", "lefts", "felled", "wining", "loses"):
        table.pop(wrong, None)
    table["loses"] = "lose"
    table["winning"] = "win"
    table["hitting"] = "hit"
    table["cutting"] = "cut"
    return table


# form -> lemma
EVENTS: dict[str, str] = _forms()
# Forms that are as often nouns or adjectives: verbs only after a subject and before no noun of their own.
NOUNY = frozenset(
    """attack attacks strike strikes visit visits fire fires down downs sentence sentences exchange exchanges crash
    crashes shell shells sign signs close open support supports back backs order orders offer offers demand demands
    charge charges fine fines release releases free draw draws tie ties score scores return returns search searches
    cut cuts raise increase increases decrease decreases rise rises fall falls drop drops gain gains lead claim claims
    plan plans test tests target targets vote votes protest protests rally rallies march clash clashes host hosts hold
    holds call calls question questions cause causes force forces hand hands transport transfer spread flood floods
    damage hit hits ban bans end ends start starts stop stops delay delays block blocks bar bars stay murder attack
    drive drives transfer supply supplies appeal appeals trigger spark sparks dispute disputes veto win wins start
    advance advances retreat retreats escape break breaks building holding meeting shooting bombing shelling hearing
    list lists run runs house houses train trains award awards fund funds finance sanction sanctions raid raids storm trade trades loan
    loans land lands tow float test print paint screen stream air honour honor coach bench captain crown bolt pump clean drain dose trace
    shock list brake pin bug tap jam block paper corrupt dump lease lists shelter audit skip strip thin ground miss rape shut recall burn burns found left lower jump jumps slump grounds express""".split()
)  # fmt: skip
