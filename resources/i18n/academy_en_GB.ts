<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AnswerList</name>
    <message numerus="yes">
        <source>%n invited</source>
        <translation><numerusform>%n invited</numerusform><numerusform>%n invited</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Remind %n person(s)…</source>
        <translation><numerusform>Remind %n person…</numerusform><numerusform>Remind %n people…</numerusform></translation>
    </message>
</context>
<context>
    <name>AwayAsker</name>
    <message numerus="yes">
        <source>Apologies set for %n session(s).</source>
        <translation><numerusform>Apologies set for %n session.</numerusform><numerusform>Apologies set for %n sessions.</numerusform></translation>
    </message>
</context>
<context>
    <name>AwayDialog</name>
    <message numerus="yes">
        <source>%n session(s) marked already stay as they are.</source>
        <translation><numerusform>%n session marked already stay as they are.</numerusform><numerusform>%n sessions marked already stay as they are.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation><numerusform>And %n more.</numerusform><numerusform>And %n more.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Apologies for %n session(s).</source>
        <translation><numerusform>Apologies for %n session.</numerusform><numerusform>Apologies for %n sessions.</numerusform></translation>
    </message>
</context>
<context>
    <name>BenchCard</name>
    <message numerus="yes">
        <source>{load} · %n pair(s) ever</source>
        <translation><numerusform>{load} · %n pair ever</numerusform><numerusform>{load} · %n pairs ever</numerusform></translation>
    </message>
</context>
<context>
    <name>CalendarScreen</name>
    <message numerus="yes">
        <source> And %n more.</source>
        <translation><numerusform> And %n more.</numerusform><numerusform> And %n more.</numerusform></translation>
    </message>
</context>
<context>
    <name>CandidatePanel</name>
    <message numerus="yes">
        <source>%n to look at first</source>
        <translation><numerusform>%n to look at first</numerusform><numerusform>%n to look at first</numerusform></translation>
    </message>
</context>
<context>
    <name>CertificateDetails</name>
    <message numerus="yes">
        <source>%n certificate(s) chosen.</source>
        <translation><numerusform>%n certificate chosen.</numerusform><numerusform>%n certificates chosen.</numerusform></translation>
    </message>
</context>
<context>
    <name>CertificateDoing</name>
    <message numerus="yes">
        <source>%n certificate(s) reissued.</source>
        <translation><numerusform>%n certificate reissued.</numerusform><numerusform>%n certificates reissued.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) revoked.</source>
        <translation><numerusform>%n certificate revoked.</numerusform><numerusform>%n certificates revoked.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Re&amp;voke %n certificate(s)</source>
        <translation><numerusform>Re&amp;voke %n certificate</numerusform><numerusform>Re&amp;voke %n certificates</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n certificate(s)</source>
        <translation><numerusform>Revoke %n certificate</numerusform><numerusform>Revoke %n certificates</numerusform></translation>
    </message>
</context>
<context>
    <name>CertificateSaver</name>
    <message numerus="yes">
        <source>%n person(s) without a message</source>
        <translation><numerusform>%n person without a message</numerusform><numerusform>%n people without a message</numerusform></translation>
    </message>
</context>
<context>
    <name>CertificateSettings</name>
    <message numerus="yes">
        <source>It signed %n certificate(s).</source>
        <translation><numerusform>It signed %n certificate.</numerusform><numerusform>It signed %n certificates.</numerusform></translation>
    </message>
</context>
<context>
    <name>ChooseCohortDialog</name>
    <message numerus="yes">
        <source>Enrol %n person(s)</source>
        <translation><numerusform>Enrol %n person</numerusform><numerusform>Enrol %n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Give %n person(s) a place</source>
        <translation><numerusform>Give %n person a place</numerusform><numerusform>Give %n people a place</numerusform></translation>
    </message>
</context>
<context>
    <name>ChoosePersonDialog</name>
    <message numerus="yes">
        <source>Enrol %n person(s)</source>
        <translation><numerusform>Enrol %n person</numerusform><numerusform>Enrol %n people</numerusform></translation>
    </message>
</context>
<context>
    <name>CohortList</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation><numerusform>%n session</numerusform><numerusform>%n sessions</numerusform></translation>
    </message>
</context>
<context>
    <name>CohortPeopleTab</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation><numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) enrolled again.</source>
        <translation><numerusform>%n person enrolled again.</numerusform><numerusform>%n people enrolled again.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) enrolled.</source>
        <translation><numerusform>%n person enrolled.</numerusform><numerusform>%n people enrolled.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) withdrawn. Their marks are kept.</source>
        <translation><numerusform>%n person withdrawn. Their marks are kept.</numerusform><numerusform>%n people withdrawn. Their marks are kept.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Withdraw %n person(s)…</source>
        <translation><numerusform>&amp;Withdraw %n person…</numerusform><numerusform>&amp;Withdraw %n people…</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Give %n place(s) &amp;back</source>
        <translation><numerusform>Give %n place &amp;back</numerusform><numerusform>Give %n places &amp;back</numerusform></translation>
    </message>
</context>
<context>
    <name>CompletionTab</name>
    <message numerus="yes">
        <source>%n certificate(s) due</source>
        <translation><numerusform>%n certificate due</numerusform><numerusform>%n certificates due</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) cannot meet the rules any more</source>
        <translation><numerusform>%n person cannot meet the rules any more</numerusform><numerusform>%n people cannot meet the rules any more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Cohort finished. %n person(s) completed it.</source>
        <translation><numerusform>Cohort finished. %n person completed it.</numerusform><numerusform>Cohort finished. %n people completed it.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>‘{name}’ met for %n person(s)</source>
        <translation><numerusform>‘{name}’ met for %n person</numerusform><numerusform>‘{name}’ met for %n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>‘{name}’ not met for %n person(s)</source>
        <translation><numerusform>‘{name}’ not met for %n person</numerusform><numerusform>‘{name}’ not met for %n people</numerusform></translation>
    </message>
</context>
<context>
    <name>DayDelegate</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation><numerusform>%n more</numerusform><numerusform>%n more</numerusform></translation>
    </message>
</context>
<context>
    <name>DueCohorts</name>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation><numerusform>%n certificate</numerusform><numerusform>%n certificates</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more cohort(s) to come when these are issued.</source>
        <translation><numerusform>%n more cohort to come when these are issued.</numerusform><numerusform>%n more cohorts to come when these are issued.</numerusform></translation>
    </message>
</context>
<context>
    <name>HandingMenu</name>
    <message numerus="yes">
        <source>%n certificate(s) sent to the printer.</source>
        <translation><numerusform>%n certificate sent to the printer.</numerusform><numerusform>%n certificates sent to the printer.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n draft(s) saved in {folder}.</source>
        <translation><numerusform>%n draft saved in {folder}.</numerusform><numerusform>%n drafts saved in {folder}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in {folder}.</source>
        <translation><numerusform>%n file saved in {folder}.</numerusform><numerusform>%n files saved in {folder}.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Draft %n e-mail(s)</source>
        <translation><numerusform>&amp;Draft %n e-mail</numerusform><numerusform>&amp;Draft %n e-mails</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Save %n PDF(s)</source>
        <translation><numerusform>&amp;Save %n PDF</numerusform><numerusform>&amp;Save %n PDFs</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportDone</name>
    <message numerus="yes">
        <source>%n person(s) imported</source>
        <translation><numerusform>%n person imported</numerusform><numerusform>%n people imported</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportMarksScreen</name>
    <message numerus="yes">
        <source>%n mark(s) imported</source>
        <translation><numerusform>%n mark imported</numerusform><numerusform>%n marks imported</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Import %n mark(s)</source>
        <translation><numerusform>Import %n mark</numerusform><numerusform>Import %n marks</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportMeeting</name>
    <message numerus="yes">
        <source>%n earlier mark(s) kept.</source>
        <translation><numerusform>%n earlier mark kept.</numerusform><numerusform>%n earlier marks kept.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n name(s) left out.</source>
        <translation><numerusform>%n name left out.</numerusform><numerusform>%n names left out.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) not in the report: tick to mark them absent.</source>
        <translation><numerusform>%n person not in the report: tick to mark them absent.</numerusform><numerusform>%n people not in the report: tick to mark them absent.</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportMeetingScreen</name>
    <message numerus="yes">
        <source>%n mark(s) applied</source>
        <translation><numerusform>%n mark applied</numerusform><numerusform>%n marks applied</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Apply %n mark(s)</source>
        <translation><numerusform>&amp;Apply %n mark</numerusform><numerusform>&amp;Apply %n marks</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportMentoring</name>
    <message numerus="yes">
        <source>Import %n mentee(s)</source>
        <translation><numerusform>Import %n mentee</numerusform><numerusform>Import %n mentees</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Import %n mentor(s)</source>
        <translation><numerusform>Import %n mentor</numerusform><numerusform>Import %n mentors</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>On both sides, %n person(s): bring the list in as mentees of a cohort too.</source>
        <translation><numerusform>On both sides, %n person: bring the list in as mentees of a cohort too.</numerusform><numerusform>On both sides, %n people: bring the list in as mentees of a cohort too.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>On both sides, %n person(s): bring the list in as mentors too.</source>
        <translation><numerusform>On both sides, %n person: bring the list in as mentors too.</numerusform><numerusform>On both sides, %n people: bring the list in as mentors too.</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportPackScreen</name>
    <message numerus="yes">
        <source>%n mark(s) differ; yours stay unless you take the pack’s.</source>
        <translation><numerusform>%n mark differ; yours stay unless you take the pack’s.</numerusform><numerusform>%n marks differ; yours stay unless you take the pack’s.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) of {who} applied</source>
        <translation><numerusform>%n mark of {who} applied</numerusform><numerusform>%n marks of {who} applied</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Apply %n mark(s)</source>
        <translation><numerusform>Apply %n mark</numerusform><numerusform>Apply %n marks</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportPeople</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation><numerusform>%n problem</numerusform><numerusform>%n problems</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) with data</source>
        <translation><numerusform>%n row with data</numerusform><numerusform>%n rows with data</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{rows} and %n more</source>
        <translation><numerusform>{rows} and %n more</numerusform><numerusform>{rows} and %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportPeopleScreen</name>
    <message numerus="yes">
        <source>Import %n person(s)</source>
        <translation><numerusform>Import %n person</numerusform><numerusform>Import %n people</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportSessions</name>
    <message numerus="yes">
        <source>, and %n more</source>
        <translation><numerusform>, and %n more</numerusform><numerusform>, and %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>ImportSessionsScreen</name>
    <message numerus="yes">
        <source>%n session(s) imported</source>
        <translation><numerusform>%n session imported</numerusform><numerusform>%n sessions imported</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Import %n session(s)</source>
        <translation><numerusform>Import %n session</numerusform><numerusform>Import %n sessions</numerusform></translation>
    </message>
</context>
<context>
    <name>IssueReview</name>
    <message numerus="yes">
        <source>%n name(s) made smaller</source>
        <translation><numerusform>%n name made smaller</numerusform><numerusform>%n names made smaller</numerusform></translation>
    </message>
</context>
<context>
    <name>IssueScreen</name>
    <message numerus="yes">
        <source>%n certificate(s) issued.</source>
        <translation><numerusform>%n certificate issued.</numerusform><numerusform>%n certificates issued.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Iss&amp;ue %n certificate(s)</source>
        <translation><numerusform>Iss&amp;ue %n certificate</numerusform><numerusform>Iss&amp;ue %n certificates</numerusform></translation>
    </message>
</context>
<context>
    <name>IssuedPanel</name>
    <message numerus="yes">
        <source>%n draft(s) are in {folder}; open one to send it.</source>
        <translation><numerusform>%n draft are in {folder}; open one to send it.</numerusform><numerusform>%n drafts are in {folder}; open one to send it.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Draft %n e-mail(s)</source>
        <translation><numerusform>&amp;Draft %n e-mail</numerusform><numerusform>&amp;Draft %n e-mails</numerusform></translation>
    </message>
</context>
<context>
    <name>MatchBar</name>
    <message numerus="yes">
        <source>%n place(s) free</source>
        <translation><numerusform>%n place free</numerusform><numerusform>%n places free</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Confirm %n pair(s)</source>
        <translation><numerusform>&amp;Confirm %n pair</numerusform><numerusform>&amp;Confirm %n pairs</numerusform></translation>
    </message>
</context>
<context>
    <name>MeetingNames</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
</context>
<context>
    <name>MentoringScreen</name>
    <message numerus="yes">
        <source>%n place(s) free</source>
        <translation><numerusform>%n place free</numerusform><numerusform>%n places free</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation><numerusform>%n waiting</numerusform><numerusform>%n waiting</numerusform></translation>
    </message>
</context>
<context>
    <name>MoveSessionDialog</name>
    <message numerus="yes">
        <source>Move the &amp;whole residential: %n day(s)</source>
        <translation><numerusform>Move the &amp;whole residential: %n day</numerusform><numerusform>Move the &amp;whole residential: %n days</numerusform></translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message numerus="yes">
        <source>%n note(s) of yours, sealed.</source>
        <translation><numerusform>%n note of yours, sealed.</numerusform><numerusform>%n notes of yours, sealed.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n note(s) of {name}, sealed.</source>
        <translation><numerusform>%n note of {name}, sealed.</numerusform><numerusform>%n notes of {name}, sealed.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Give up your %n private note(s)?</source>
        <translation><numerusform>Give up your %n private note?</numerusform><numerusform>Give up your %n private notes?</numerusform></translation>
    </message>
</context>
<context>
    <name>OrganisationsScreen</name>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation><numerusform>%n organisation</numerusform><numerusform>%n organisations</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation><numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message numerus="yes">
        <source>%n certificate(s) due</source>
        <translation><numerusform>%n certificate due</numerusform><numerusform>%n certificates due</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) issued</source>
        <translation><numerusform>%n certificate issued</numerusform><numerusform>%n certificates issued</numerusform></translation>
    </message>
</context>
<context>
    <name>PairDoing</name>
    <message numerus="yes">
        <source>%n draft(s) saved in {folder}. You send them.</source>
        <translation><numerusform>%n draft saved in {folder}. You send them.</numerusform><numerusform>%n drafts saved in {folder}. You send them.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Put off for %n week(s).</source>
        <translation><numerusform>Put off for %n week.</numerusform><numerusform>Put off for %n weeks.</numerusform></translation>
    </message>
</context>
<context>
    <name>PeopleScreen</name>
    <message numerus="yes">
        <source>%n person(s) enrolled.</source>
        <translation><numerusform>%n person enrolled.</numerusform><numerusform>%n people enrolled.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Give %n person(s) a &amp;place…</source>
        <translation><numerusform>Give %n person a &amp;place…</numerusform><numerusform>Give %n people a &amp;place…</numerusform></translation>
    </message>
</context>
<context>
    <name>PlannedDays</name>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation><numerusform>%n session</numerusform><numerusform>%n sessions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation><numerusform>and %n more</numerusform><numerusform>and %n more</numerusform></translation>
    </message>
</context>
<context>
    <name>PrintPreview</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation><numerusform>%n page</numerusform><numerusform>%n pages</numerusform></translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation><numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation>
    </message>
</context>
<context>
    <name>RegisterChrome</name>
    <message numerus="yes">
        <source>%n mark(s) are kept here until they can be saved.</source>
        <translation><numerusform>%n mark are kept here until they can be saved.</numerusform><numerusform>%n marks are kept here until they can be saved.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n not marked</source>
        <translation><numerusform>%n not marked</numerusform><numerusform>%n not marked</numerusform></translation>
    </message>
</context>
<context>
    <name>RegisterDoing</name>
    <message numerus="yes">
        <source>Left alone, %n cell(s): {what}</source>
        <translation><numerusform>Left alone, %n cell: {what}</numerusform><numerusform>Left alone, %n cells: {what}</numerusform></translation>
    </message>
</context>
<context>
    <name>ReissueDialog</name>
    <message numerus="yes">
        <source>&amp;Reissue %n certificate(s)</source>
        <translation><numerusform>&amp;Reissue %n certificate</numerusform><numerusform>&amp;Reissue %n certificates</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Reissue %n certificate(s)</source>
        <translation><numerusform>Reissue %n certificate</numerusform><numerusform>Reissue %n certificates</numerusform></translation>
    </message>
</context>
<context>
    <name>SeriesDialog</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation><numerusform> and %n more</numerusform><numerusform> and %n more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Follow the curriculum: %n session(s)</source>
        <translation><numerusform>Follow the curriculum: %n session</numerusform><numerusform>Follow the curriculum: %n sessions</numerusform></translation>
    </message>
</context>
<context>
    <name>SessionLine</name>
    <message numerus="yes">
        <source>%n visitor(s)</source>
        <translation><numerusform>%n visitor</numerusform><numerusform>%n visitors</numerusform></translation>
    </message>
</context>
<context>
    <name>SetsDoing</name>
    <message numerus="yes">
        <source>%n person(s) are divided.</source>
        <translation><numerusform>%n person are divided.</numerusform><numerusform>%n people are divided.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The %n set(s) there are will be replaced.</source>
        <translation><numerusform>The %n set there are will be replaced.</numerusform><numerusform>The %n sets there are will be replaced.</numerusform></translation>
    </message>
</context>
<context>
    <name>SetsScreen</name>
    <message numerus="yes">
        <source>%n in no set</source>
        <translation><numerusform>%n in no set</numerusform><numerusform>%n in no set</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n set(s)</source>
        <translation><numerusform>%n set</numerusform><numerusform>%n sets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n time(s) two close people share a set.</source>
        <translation><numerusform>%n time two close people share a set.</numerusform><numerusform>%n times two close people share a set.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>&amp;Make %n set(s)</source>
        <translation><numerusform>&amp;Make %n set</numerusform><numerusform>&amp;Make %n sets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Making them replaces the %n set(s) there are.</source>
        <translation><numerusform>Making them replaces the %n set there are.</numerusform><numerusform>Making them replaces the %n sets there are.</numerusform></translation>
    </message>
</context>
<context>
    <name>SuggestedSets</name>
    <message numerus="yes">
        <source>%n set(s) made.</source>
        <translation><numerusform>%n set made.</numerusform><numerusform>%n sets made.</numerusform></translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message numerus="yes">
        <source>%n pair(s) confirmed.</source>
        <translation><numerusform>%n pair confirmed.</numerusform><numerusform>%n pairs confirmed.</numerusform></translation>
    </message>
</context>
<context>
    <name>TemplateScreen</name>
    <message numerus="yes">
        <source>%n issued with it</source>
        <translation><numerusform>%n issued with it</numerusform><numerusform>%n issued with it</numerusform></translation>
    </message>
</context>
<context>
    <name>VisitorList</name>
    <message numerus="yes">
        <source>%n visitor(s)</source>
        <translation><numerusform>%n visitor</numerusform><numerusform>%n visitors</numerusform></translation>
    </message>
</context>
<context>
    <name>WhatIfDialog</name>
    <message numerus="yes">
        <source>%n person(s) would move</source>
        <translation><numerusform>%n person would move</numerusform><numerusform>%n people would move</numerusform></translation>
    </message>
</context>
<context>
    <name>WithdrawDialog</name>
    <message numerus="yes">
        <source>Withdraw %n person(s)</source>
        <translation><numerusform>Withdraw %n person</numerusform><numerusform>Withdraw %n people</numerusform></translation>
    </message>
</context>
<context>
    <name>calendar</name>
    <message numerus="yes">
        <source>%n clash(es)</source>
        <translation><numerusform>%n clash</numerusform><numerusform>%n clashes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n declined</source>
        <translation><numerusform>%n declined</numerusform><numerusform>%n declined</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation><numerusform>%n session</numerusform><numerusform>%n sessions</numerusform></translation>
    </message>
</context>
<context>
    <name>clashes</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation><numerusform> and %n more</numerusform><numerusform> and %n more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) also expected at {other}: {who}.</source>
        <translation><numerusform>%n person also expected at {other}: {who}.</numerusform><numerusform>%n people also expected at {other}: {who}.</numerusform></translation>
    </message>
</context>
<context>
    <name>exporting</name>
    <message numerus="yes">
        <source>Exported %n row(s) to {name}</source>
        <translation><numerusform>Exported %n row to {name}</numerusform><numerusform>Exported %n rows to {name}</numerusform></translation>
    </message>
</context>
<context>
    <name>form</name>
    <message numerus="yes">
        <source>%n things need fixing</source>
        <translation><numerusform>%n things need fixing</numerusform><numerusform>%n things need fixing</numerusform></translation>
    </message>
</context>
<context>
    <name>home</name>
    <message numerus="yes">
        <source>%n certificate(s) about to expire</source>
        <translation><numerusform>%n certificate about to expire</numerusform><numerusform>%n certificates about to expire</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) due</source>
        <translation><numerusform>%n certificate due</numerusform><numerusform>%n certificates due</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n mentor(s) with no room left</source>
        <translation><numerusform>%n mentor with no room left</numerusform><numerusform>%n mentors with no room left</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n mentoring pair(s) quiet</source>
        <translation><numerusform>%n mentoring pair quiet</numerusform><numerusform>%n mentoring pairs quiet</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation><numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) at risk</source>
        <translation><numerusform>%n person at risk</numerusform><numerusform>%n people at risk</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n register(s) missing</source>
        <translation><numerusform>%n register missing</numerusform><numerusform>%n registers missing</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>in %n minute(s)</source>
        <translation><numerusform>in %n minute</numerusform><numerusform>in %n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>longest %n day(s)</source>
        <translation><numerusform>longest %n day</numerusform><numerusform>longest %n days</numerusform></translation>
    </message>
</context>
<context>
    <name>invitations</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation><numerusform> and %n more</numerusform><numerusform> and %n more</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n invitation(s) ready to be sent</source>
        <translation><numerusform>%n invitation ready to be sent</numerusform><numerusform>%n invitations ready to be sent</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A reminder for %n person(s) is ready</source>
        <translation><numerusform>A reminder for %n person is ready</numerusform><numerusform>A reminder for %n people is ready</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Make %n draft(s) for people’s calendars?</source>
        <translation><numerusform>Make %n draft for people’s calendars?</numerusform><numerusform>Make %n drafts for people’s calendars?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Make %n draft(s)…</source>
        <translation><numerusform>Make %n draft…</numerusform><numerusform>Make %n drafts…</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Make a draft that reminds %n person(s)?</source>
        <translation><numerusform>Make a draft that reminds %n person?</numerusform><numerusform>Make a draft that reminds %n people?</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Saved {name} with %n session(s)</source>
        <translation><numerusform>Saved {name} with %n session</numerusform><numerusform>Saved {name} with %n sessions</numerusform></translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation><numerusform>%n change</numerusform><numerusform>%n changes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n declined here</source>
        <translation><numerusform>%n declined here</numerusform><numerusform>%n declined here</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n in their reporting line</source>
        <translation><numerusform>%n in their reporting line</numerusform><numerusform>%n in their reporting line</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n is the person themselves</source>
        <translation><numerusform>%n is the person themselves</numerusform><numerusform>%n is the person themselves</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) in {session}</source>
        <translation><numerusform>%n mark in {session}</numerusform><numerusform>%n marks in {session}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n mentor(s) in their rest period</source>
        <translation><numerusform>%n mentor in their rest period</numerusform><numerusform>%n mentors in their rest period</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n mentor(s) paused</source>
        <translation><numerusform>%n mentor paused</numerusform><numerusform>%n mentors paused</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n mentor(s) whose places others need</source>
        <translation><numerusform>%n mentor whose places others need</numerusform><numerusform>%n mentors whose places others need</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n mentor(s) without a place left</source>
        <translation><numerusform>%n mentor without a place left</numerusform><numerusform>%n mentors without a place left</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n mentored them before</source>
        <translation><numerusform>%n mentored them before</numerusform><numerusform>%n mentored them before</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n never to be paired with them</source>
        <translation><numerusform>%n never to be paired with them</numerusform><numerusform>%n never to be paired with them</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n of their own organisation</source>
        <translation><numerusform>%n of their own organisation</numerusform><numerusform>%n of their own organisation</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n organisation(s)</source>
        <translation><numerusform>%n organisation</numerusform><numerusform>%n organisations</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n people are called {name}. Enter the e-mail address instead.</source>
        <translation><numerusform>%n people are called {name}. Enter the e-mail address instead.</numerusform><numerusform>%n people are called {name}. Enter the e-mail address instead.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) are too few for sets of at least {smallest}. Choose smaller sets.</source>
        <translation><numerusform>%n person are too few for sets of at least {smallest}. Choose smaller sets.</numerusform><numerusform>%n people are too few for sets of at least {smallest}. Choose smaller sets.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s) are still open. Mend what the checks list, then issue.</source>
        <translation><numerusform>%n problem are still open. Mend what the checks list, then issue.</numerusform><numerusform>%n problems are still open. Mend what the checks list, then issue.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n region(s)</source>
        <translation><numerusform>%n region</numerusform><numerusform>%n regions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n required session(s) to come</source>
        <translation><numerusform>%n required session to come</numerusform><numerusform>%n required sessions to come</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n role(s)</source>
        <translation><numerusform>%n role</numerusform><numerusform>%n roles</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) are to come. Hold them first, or mark them as cancelled.</source>
        <translation><numerusform>%n session are to come. Hold them first, or mark them as cancelled.</numerusform><numerusform>%n sessions are to come. Hold them first, or mark them as cancelled.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) made of {people} people</source>
        <translation><numerusform>%n set made of {people} people</numerusform><numerusform>%n sets made of {people} people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n set(s) met already, so the cohort cannot be divided anew. Move people one by one.</source>
        <translation><numerusform>%n set met already, so the cohort cannot be divided anew. Move people one by one.</numerusform><numerusform>%n sets met already, so the cohort cannot be divided anew. Move people one by one.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n veto(es) leave no way to divide these people. Choose larger sets.</source>
        <translation><numerusform>%n veto leave no way to divide these people. Choose larger sets.</numerusform><numerusform>%n vetoes leave no way to divide these people. Choose larger sets.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Nothing marked yet of %n session(s)</source>
        <translation><numerusform>Nothing marked yet of %n session</numerusform><numerusform>Nothing marked yet of %n sessions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Set {set} met %n time(s). Remove its meetings first, or leave it as it is.</source>
        <translation><numerusform>Set {set} met %n time. Remove its meetings first, or leave it as it is.</numerusform><numerusform>Set {set} met %n times. Remove its meetings first, or leave it as it is.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>They mentor %n person(s) now. Keep room for them, end a pair first, or pause the mentor.</source>
        <translation><numerusform>They mentor %n person now. Keep room for them, end a pair first, or pause the mentor.</numerusform><numerusform>They mentor %n people now. Keep room for them, end a pair first, or pause the mentor.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Would make %n set(s) of {people} people</source>
        <translation><numerusform>Would make %n set of {people} people</numerusform><numerusform>Would make %n sets of {people} people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>add %n session(s)</source>
        <translation><numerusform>add %n session</numerusform><numerusform>add %n sessions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>add a residential of %n day(s)</source>
        <translation><numerusform>add a residential of %n day</numerusform><numerusform>add a residential of %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>apply %n mark(s) of a meeting report</source>
        <translation><numerusform>apply %n mark of a meeting report</numerusform><numerusform>apply %n marks of a meeting report</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>apply %n mark(s) of a register pack</source>
        <translation><numerusform>apply %n mark of a register pack</numerusform><numerusform>apply %n marks of a register pack</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>change a residential of %n day(s)</source>
        <translation><numerusform>change a residential of %n day</numerusform><numerusform>change a residential of %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>clear %n mark(s)</source>
        <translation><numerusform>clear %n mark</numerusform><numerusform>clear %n marks</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>coming to %n session(s) with apologies after all would save it</source>
        <translation><numerusform>coming to %n session with apologies after all would save it</numerusform><numerusform>coming to %n sessions with apologies after all would save it</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>confirm %n mentoring pair(s)</source>
        <translation><numerusform>confirm %n mentoring pair</numerusform><numerusform>confirm %n mentoring pairs</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>enrol %n person(s)</source>
        <translation><numerusform>enrol %n person</numerusform><numerusform>enrol %n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>fill %n blank(s) with Present</source>
        <translation><numerusform>fill %n blank with Present</numerusform><numerusform>fill %n blanks with Present</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>give up %n private note(s)</source>
        <translation><numerusform>give up %n private note</numerusform><numerusform>give up %n private notes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>import %n mark(s) from a list</source>
        <translation><numerusform>import %n mark from a list</numerusform><numerusform>import %n marks from a list</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>import %n mentee(s)</source>
        <translation><numerusform>import %n mentee</numerusform><numerusform>import %n mentees</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>import %n mentor(s)</source>
        <translation><numerusform>import %n mentor</numerusform><numerusform>import %n mentors</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>import %n person(s)</source>
        <translation><numerusform>import %n person</numerusform><numerusform>import %n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>import %n session(s) from a list</source>
        <translation><numerusform>import %n session from a list</numerusform><numerusform>import %n sessions from a list</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>issue %n certificate(s)</source>
        <translation><numerusform>issue %n certificate</numerusform><numerusform>issue %n certificates</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>log a group meeting of %n mentee(s)</source>
        <translation><numerusform>log a group meeting of %n mentee</numerusform><numerusform>log a group meeting of %n mentees</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>make %n invitation(s)</source>
        <translation><numerusform>make %n invitation</numerusform><numerusform>make %n invitations</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>make %n learning set(s)</source>
        <translation><numerusform>make %n learning set</numerusform><numerusform>make %n learning sets</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>mark %n person(s) {letter}</source>
        <translation><numerusform>mark %n person {letter}</numerusform><numerusform>mark %n people {letter}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>move %n person(s) to another learning set</source>
        <translation><numerusform>move %n person to another learning set</numerusform><numerusform>move %n people to another learning set</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>move a residential of %n day(s)</source>
        <translation><numerusform>move a residential of %n day</numerusform><numerusform>move a residential of %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>move the sample’s dates by %n day(s)</source>
        <translation><numerusform>move the sample’s dates by %n day</numerusform><numerusform>move the sample’s dates by %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>needs all %n session(s) {open}</source>
        <translation><numerusform>needs all %n session {open}</numerusform><numerusform>needs all %n sessions {open}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>needs {need} of the %n session(s) {open}</source>
        <translation><numerusform>needs {need} of the %n session {open}</numerusform><numerusform>needs {need} of the %n sessions {open}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>read %n answer(s) to invitations</source>
        <translation><numerusform>read %n answer to invitations</numerusform><numerusform>read %n answers to invitations</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>reissue %n certificate(s)</source>
        <translation><numerusform>reissue %n certificate</numerusform><numerusform>reissue %n certificates</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>remind %n person(s) of an invitation</source>
        <translation><numerusform>remind %n person of an invitation</numerusform><numerusform>remind %n people of an invitation</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>revoke %n certificate(s)</source>
        <translation><numerusform>revoke %n certificate</numerusform><numerusform>revoke %n certificates</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>set %n mark(s)</source>
        <translation><numerusform>set %n mark</numerusform><numerusform>set %n marks</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>set apologies for %n session(s)</source>
        <translation><numerusform>set apologies for %n session</numerusform><numerusform>set apologies for %n sessions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>withdraw %n person(s)</source>
        <translation><numerusform>withdraw %n person</numerusform><numerusform>withdraw %n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{cohort} has {left} places left and the list brings %n person(s). Raise the number of places first.</source>
        <translation><numerusform>{cohort} has {left} places left and the list brings %n person. Raise the number of places first.</numerusform><numerusform>{cohort} has {left} places left and the list brings %n people. Raise the number of places first.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{percent}% of all %n session(s)</source>
        <translation><numerusform>{percent}% of all %n session</numerusform><numerusform>{percent}% of all %n sessions</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{percent}% so far, {over_all}% of all %n</source>
        <translation><numerusform>{percent}% so far, {over_all}% of all %n</numerusform><numerusform>{percent}% so far, {over_all}% of all %n</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>‘{session}’ closed %n day(s) after its day. Reopen it to change its marks.</source>
        <translation><numerusform>‘{session}’ closed %n day after its day. Reopen it to change its marks.</numerusform><numerusform>‘{session}’ closed %n days after its day. Reopen it to change its marks.</numerusform></translation>
    </message>
</context>
<context>
    <name>mentoring</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation><numerusform>%n day</numerusform><numerusform>%n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation><numerusform>%n meeting</numerusform><numerusform>%n meetings</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation><numerusform>%n minute</numerusform><numerusform>%n minutes</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>quiet for %n day(s)</source>
        <translation><numerusform>quiet for %n day</numerusform><numerusform>quiet for %n days</numerusform></translation>
    </message>
</context>
<context>
    <name>overview</name>
    <message numerus="yes">
        <source>%n at risk</source>
        <translation><numerusform>%n at risk</numerusform><numerusform>%n at risk</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) issued</source>
        <translation><numerusform>%n certificate issued</numerusform><numerusform>%n certificates issued</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s) to issue</source>
        <translation><numerusform>%n certificate to issue</numerusform><numerusform>%n certificates to issue</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n on track</source>
        <translation><numerusform>%n on track</numerusform><numerusform>%n on track</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n pair(s) quiet</source>
        <translation><numerusform>%n pair quiet</numerusform><numerusform>%n pairs quiet</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) below {target}%</source>
        <translation><numerusform>%n person below {target}%</numerusform><numerusform>%n people below {target}%</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n session(s) to come, last on {day}</source>
        <translation><numerusform>%n session to come, last on {day}</numerusform><numerusform>%n sessions to come, last on {day}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting for a mentor</source>
        <translation><numerusform>%n waiting for a mentor</numerusform><numerusform>%n waiting for a mentor</numerusform></translation>
    </message>
</context>
<context>
    <name>pair</name>
    <message numerus="yes">
        <source>%n meeting(s)</source>
        <translation><numerusform>%n meeting</numerusform><numerusform>%n meetings</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>quiet for %n day(s)</source>
        <translation><numerusform>quiet for %n day</numerusform><numerusform>quiet for %n days</numerusform></translation>
    </message>
</context>
<context>
    <name>people</name>
    <message numerus="yes">
        <source>%n e-mail address(es) copied.</source>
        <translation><numerusform>%n e-mail address copied.</numerusform><numerusform>%n e-mail addresses copied.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) without one.</source>
        <translation><numerusform>%n person without one.</numerusform><numerusform>%n people without one.</numerusform></translation>
    </message>
</context>
<context>
    <name>residential</name>
    <message numerus="yes">
        <source>All %n days</source>
        <translation><numerusform>All %n days</numerusform><numerusform>All %n days</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>It has %n day(s).</source>
        <translation><numerusform>It has %n day.</numerusform><numerusform>It has %n days.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>It has %n day(s). The others move by as many days as this one.</source>
        <translation><numerusform>It has %n day. The others move by as many days as this one.</numerusform><numerusform>It has %n days. The others move by as many days as this one.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Move all %n days</source>
        <translation><numerusform>Move all %n days</numerusform><numerusform>Move all %n days</numerusform></translation>
    </message>
</context>
<context>
    <name>rules</name>
    <message numerus="yes">
        <source>%n mentoring meeting(s)</source>
        <translation><numerusform>%n mentoring meeting</numerusform><numerusform>%n mentoring meetings</numerusform></translation>
    </message>
</context>
<context>
    <name>sets</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation><numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Met %n time(s), last on {day}</source>
        <translation><numerusform>Met %n time, last on {day}</numerusform><numerusform>Met %n times, last on {day}</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>missed %n in a row</source>
        <translation><numerusform>missed %n in a row</numerusform><numerusform>missed %n in a row</numerusform></translation>
    </message>
</context>
<context>
    <name>suggestions</name>
    <message numerus="yes">
        <source>%n person(s) without</source>
        <translation><numerusform>%n person without</numerusform><numerusform>%n people without</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation><numerusform>%n point</numerusform><numerusform>%n points</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>All pairs together would lose %n point(s).</source>
        <translation><numerusform>All pairs together would lose %n point.</numerusform><numerusform>All pairs together would lose %n points.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Then %n more person(s) would have no mentor.</source>
        <translation><numerusform>Then %n more person would have no mentor.</numerusform><numerusform>Then %n more people would have no mentor.</numerusform></translation>
    </message>
</context>
<context>
    <name>templates</name>
    <message numerus="yes">
        <source>%n issued, the last on {day}</source>
        <translation><numerusform>%n issued, the last on {day}</numerusform><numerusform>%n issued, the last on {day}</numerusform></translation>
    </message>
</context>
</TS>
