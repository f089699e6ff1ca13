"""First tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None
recounted: frozenset[str] = frozenset()  # tables whose number of rows this changes on purpose


def upgrade() -> None:
    """First tables."""
    op.create_table('academy',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('issuer', sa.String(), nullable=False),
    sa.Column('email', sa.String(), nullable=False),
    sa.Column('zone', sa.String(), nullable=False),
    sa.Column('nation', sa.Enum('england', 'wales', 'scotland', 'northern_ireland', name='nation', native_enum=False, length=20), nullable=False),
    sa.Column('check_address', sa.String(), nullable=False),
    sa.Column('published', sa.JSON(), nullable=False),
    sa.Column('certificate_pattern', sa.String(), nullable=False),
    sa.Column('quiet_days', sa.Integer(), nullable=False),
    sa.Column('absences_in_a_row', sa.Integer(), nullable=False),
    sa.Column('meeting_percent', sa.Integer(), nullable=False),
    sa.Column('late_after_minutes', sa.Integer(), nullable=False),
    sa.Column('lock_days', sa.Integer(), nullable=False),
    sa.Column('themes', sa.JSON(), nullable=False),
    sa.Column('matching', sa.JSON(), nullable=False),
    sa.Column('sample_day', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_academy')),
    sqlite_autoincrement=True
    )
    op.create_table('certificate_templates',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('retired', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_certificate_templates')),
    sa.UniqueConstraint('name', name=op.f('uq_certificate_templates_name')),
    sqlite_autoincrement=True
    )
    op.create_table('column_choices',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('headers', sa.String(), nullable=False),
    sa.Column('fields', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_column_choices')),
    sa.UniqueConstraint('headers', name=op.f('uq_column_choices_headers')),
    sqlite_autoincrement=True
    )
    op.create_table('facilitator_passphrase',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('salt', sa.LargeBinary(), nullable=False),
    sa.Column('digest', sa.LargeBinary(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_facilitator_passphrase')),
    sqlite_autoincrement=True
    )
    op.create_table('file_notes',
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('value', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('name', name=op.f('pk_file_notes')),
    sqlite_with_rowid=False
    )
    op.create_table('journal_entries',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.Column('by', sa.String(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('facts', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('kind', sa.Enum('do', 'undo', 'redo', name='kind', native_enum=False, length=20), nullable=False),
    sa.Column('bar', sa.Enum('nature', 'private', 'erased', 'filled', 'upgraded', 'undone', 'old', name='bar', native_enum=False, length=20), nullable=True),
    sa.Column('schema', sa.String(), nullable=False),
    sa.Column('once', sa.String(), nullable=True),
    sa.Column('result', sa.JSON(none_as_null=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_journal_entries')),
    sa.UniqueConstraint('once', name=op.f('uq_journal_entries_once')),
    sqlite_autoincrement=True
    )
    op.create_index('ix_journal_entries_by', 'journal_entries', ['by', 'id'], unique=False)
    op.create_table('note_keys',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('owner', sa.String(), nullable=False),
    sa.Column('wrapped', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_note_keys')),
    sa.UniqueConstraint('owner', name=op.f('uq_note_keys_owner')),
    sqlite_autoincrement=True
    )
    op.create_table('organisations',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('code', sa.String(), nullable=True),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('region', sa.String(), nullable=False),
    sa.Column('found_by', sa.String(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisations')),
    sa.UniqueConstraint('code', name=op.f('uq_organisations_code')),
    sqlite_autoincrement=True
    )
    op.create_table('programmes',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('short_name', sa.String(), nullable=False),
    sa.Column('description', sa.String(), nullable=False),
    sa.Column('late_counts_half', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_programmes')),
    sa.UniqueConstraint('name', name=op.f('uq_programmes_name')),
    sqlite_autoincrement=True
    )
    op.create_table('signatories',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('picture', sa.LargeBinary(), nullable=True),
    sa.Column('retired', sa.Boolean(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signatories')),
    sqlite_autoincrement=True
    )
    op.create_table('signing_keys',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kid', sa.String(), nullable=False),
    sa.Column('public', sa.JSON(), nullable=False),
    sa.Column('certificate', sa.LargeBinary(), nullable=False),
    sa.Column('wrapped', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('in_keyring', sa.Boolean(), nullable=False),
    sa.Column('made_on', sa.Date(), nullable=False),
    sa.Column('retired_on', sa.Date(), nullable=True),
    sa.Column('reason', sa.Enum('unused', 'lost', 'seen', name='keyend', native_enum=False, length=20), nullable=True),
    sa.Column('not_after', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signing_keys')),
    sa.UniqueConstraint('kid', name=op.f('uq_signing_keys_kid')),
    sqlite_autoincrement=True
    )
    op.create_table('snoozes',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('line', sa.String(), nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('until', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_snoozes')),
    sqlite_autoincrement=True
    )
    op.create_table('accreditations',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('programme_id', sa.Integer(), nullable=False),
    sa.Column('body', sa.String(), nullable=False),
    sa.Column('reference', sa.String(), nullable=False),
    sa.Column('valid_from', sa.Date(), nullable=True),
    sa.Column('valid_to', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_accreditations_programme_id_programmes')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_accreditations')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_accreditations_programme_id'), 'accreditations', ['programme_id'], unique=False)
    op.create_table('completion_rules',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('programme_id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('since', sa.Date(), nullable=False),
    sa.Column('attendance_percent', sa.Integer(), nullable=True),
    sa.Column('required_sessions', sa.Boolean(), nullable=False),
    sa.Column('mentoring_meetings', sa.Integer(), nullable=False),
    sa.Column('certificate', sa.Enum('completion', 'attendance', 'achievement', name='certificatekind', native_enum=False, length=20), nullable=False),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_completion_rules_programme_id_programmes')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_completion_rules')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_completion_rules_programme_id'), 'completion_rules', ['programme_id'], unique=False)
    op.create_table('curriculum_items',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('programme_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=False),
    sa.Column('weeks_after', sa.Integer(), nullable=False),
    sa.Column('required', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_curriculum_items_programme_id_programmes')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_curriculum_items')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_curriculum_items_programme_id'), 'curriculum_items', ['programme_id'], unique=False)
    op.create_table('journal_about',
    sa.Column('entry_id', sa.Integer(), nullable=False),
    sa.Column('table_name', sa.String(), nullable=False),
    sa.Column('row_id', sa.Integer(), autoincrement=False, nullable=False),
    sa.ForeignKeyConstraint(['entry_id'], ['journal_entries.id'], name=op.f('fk_journal_about_entry_id_journal_entries')),
    sa.PrimaryKeyConstraint('entry_id', 'table_name', 'row_id', name=op.f('pk_journal_about')),
    sqlite_with_rowid=False
    )
    op.create_index('ix_journal_about_row', 'journal_about', ['table_name', 'row_id'], unique=False)
    op.create_table('journal_changes',
    sa.Column('entry_id', sa.Integer(), nullable=False),
    sa.Column('position', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('table_name', sa.String(), nullable=False),
    sa.Column('row_id', sa.Integer(), nullable=False),
    sa.Column('before', sa.JSON(none_as_null=True), nullable=True),
    sa.Column('after', sa.JSON(none_as_null=True), nullable=True),
    sa.ForeignKeyConstraint(['entry_id'], ['journal_entries.id'], name=op.f('fk_journal_changes_entry_id_journal_entries')),
    sa.PrimaryKeyConstraint('entry_id', 'position', name=op.f('pk_journal_changes')),
    sqlite_with_rowid=False
    )
    op.create_index('ix_journal_changes_row', 'journal_changes', ['table_name', 'row_id'], unique=False)
    op.create_table('journal_reverses',
    sa.Column('entry_id', sa.Integer(), nullable=False),
    sa.Column('reversed_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['entry_id'], ['journal_entries.id'], name=op.f('fk_journal_reverses_entry_id_journal_entries')),
    sa.ForeignKeyConstraint(['reversed_id'], ['journal_entries.id'], name=op.f('fk_journal_reverses_reversed_id_journal_entries')),
    sa.PrimaryKeyConstraint('entry_id', 'reversed_id', name=op.f('pk_journal_reverses')),
    sqlite_with_rowid=False
    )
    op.create_index(op.f('ix_journal_reverses_reversed_id'), 'journal_reverses', ['reversed_id'], unique=False)
    op.create_table('organisation_aliases',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('typed', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_organisation_aliases_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation_aliases')),
    sa.UniqueConstraint('typed', name=op.f('uq_organisation_aliases_typed')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_organisation_aliases_organisation_id'), 'organisation_aliases', ['organisation_id'], unique=False)
    op.create_table('people',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('full_name', sa.String(), nullable=False),
    sa.Column('family_name', sa.String(), nullable=False),
    sa.Column('known_as', sa.String(), nullable=False),
    sa.Column('name_on_certificate', sa.String(), nullable=False),
    sa.Column('email', sa.String(), nullable=False),
    sa.Column('phone', sa.String(), nullable=False),
    sa.Column('job_title', sa.String(), nullable=False),
    sa.Column('external_id', sa.String(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=True),
    sa.Column('manager_id', sa.Integer(), nullable=True),
    sa.Column('sort_name', sa.String(), nullable=False),
    sa.Column('found_by', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['manager_id'], ['people.id'], name=op.f('fk_people_manager_id_people')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisations.id'], name=op.f('fk_people_organisation_id_organisations')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_people')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_people_email'), 'people', ['email'], unique=False)
    op.create_index(op.f('ix_people_full_name'), 'people', ['full_name'], unique=False)
    op.create_index(op.f('ix_people_manager_id'), 'people', ['manager_id'], unique=False)
    op.create_index(op.f('ix_people_name_on_certificate'), 'people', ['name_on_certificate'], unique=False)
    op.create_index(op.f('ix_people_organisation_id'), 'people', ['organisation_id'], unique=False)
    op.create_index(op.f('ix_people_sort_name'), 'people', ['sort_name', 'found_by', 'organisation_id'], unique=False)
    op.create_table('template_versions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('template_id', sa.Integer(), nullable=False),
    sa.Column('version', sa.Integer(), nullable=False),
    sa.Column('look', sa.JSON(), nullable=False),
    sa.Column('logo', sa.LargeBinary(), nullable=True),
    sa.Column('background', sa.LargeBinary(), nullable=True),
    sa.Column('second_signature', sa.LargeBinary(), nullable=True),
    sa.Column('made_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['template_id'], ['certificate_templates.id'], name=op.f('fk_template_versions_template_id_certificate_templates')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_template_versions')),
    sa.UniqueConstraint('template_id', 'version', name=op.f('uq_template_versions_template_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_template_versions_template_id'), 'template_versions', ['template_id'], unique=False)
    op.create_table('cohorts',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('programme_id', sa.Integer(), nullable=False),
    sa.Column('rules_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('capacity', sa.Integer(), nullable=False),
    sa.Column('state', sa.Enum('planned', 'recruiting', 'running', 'finished', name='cohortstate', native_enum=False, length=20), nullable=False),
    sa.Column('apply_by', sa.Date(), nullable=True),
    sa.Column('found_by', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['programme_id'], ['programmes.id'], name=op.f('fk_cohorts_programme_id_programmes')),
    sa.ForeignKeyConstraint(['rules_id'], ['completion_rules.id'], name=op.f('fk_cohorts_rules_id_completion_rules')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_cohorts')),
    sa.UniqueConstraint('name', name=op.f('uq_cohorts_name')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_cohorts_programme_id'), 'cohorts', ['programme_id'], unique=False)
    op.create_index(op.f('ix_cohorts_rules_id'), 'cohorts', ['rules_id'], unique=False)
    op.create_table('meeting_names',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_meeting_names_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_meeting_names')),
    sa.UniqueConstraint('name', name=op.f('uq_meeting_names_name')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_meeting_names_person_id'), 'meeting_names', ['person_id'], unique=False)
    op.create_table('mentoring_conflicts',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('mentee_id', sa.Integer(), nullable=False),
    sa.Column('mentor_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['mentee_id'], ['people.id'], name=op.f('fk_mentoring_conflicts_mentee_id_people')),
    sa.ForeignKeyConstraint(['mentor_id'], ['people.id'], name=op.f('fk_mentoring_conflicts_mentor_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mentoring_conflicts')),
    sa.UniqueConstraint('mentee_id', 'mentor_id', name=op.f('uq_mentoring_conflicts_mentee_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_mentoring_conflicts_mentee_id'), 'mentoring_conflicts', ['mentee_id'], unique=False)
    op.create_index(op.f('ix_mentoring_conflicts_mentor_id'), 'mentoring_conflicts', ['mentor_id'], unique=False)
    op.create_table('mentors',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('capacity', sa.Integer(), nullable=False),
    sa.Column('offers', sa.String(), nullable=False),
    sa.Column('themes', sa.JSON(), nullable=False),
    sa.Column('tells', sa.String(), nullable=False),
    sa.Column('region', sa.String(), nullable=False),
    sa.Column('online', sa.Boolean(), nullable=False),
    sa.Column('in_person', sa.Boolean(), nullable=False),
    sa.Column('days', sa.JSON(), nullable=False),
    sa.Column('grade', sa.Integer(), nullable=True),
    sa.Column('paused', sa.Boolean(), nullable=False),
    sa.Column('rest_until', sa.Date(), nullable=True),
    sa.Column('trained_on', sa.Date(), nullable=True),
    sa.Column('agreed_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_mentors_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mentors')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_mentors_person_id'), 'mentors', ['person_id'], unique=True)
    op.create_table('requirements',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('rules_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['rules_id'], ['completion_rules.id'], name=op.f('fk_requirements_rules_id_completion_rules')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_requirements')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_requirements_rules_id'), 'requirements', ['rules_id'], unique=False)
    op.create_table('learning_sets',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('cohort_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('facilitator_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['cohort_id'], ['cohorts.id'], name=op.f('fk_learning_sets_cohort_id_cohorts')),
    sa.ForeignKeyConstraint(['facilitator_id'], ['people.id'], name=op.f('fk_learning_sets_facilitator_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_learning_sets')),
    sa.UniqueConstraint('cohort_id', 'number', name=op.f('uq_learning_sets_cohort_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_learning_sets_cohort_id'), 'learning_sets', ['cohort_id'], unique=False)
    op.create_index(op.f('ix_learning_sets_facilitator_id'), 'learning_sets', ['facilitator_id'], unique=False)
    op.create_table('mentoring_pairs',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('cohort_id', sa.Integer(), nullable=False),
    sa.Column('mentee_id', sa.Integer(), nullable=False),
    sa.Column('mentor_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.Enum('active', 'ended', name='pairstate', native_enum=False, length=20), nullable=False),
    sa.Column('began_on', sa.Date(), nullable=False),
    sa.Column('ended_on', sa.Date(), nullable=True),
    sa.Column('end_reason', sa.String(), nullable=False),
    sa.Column('score', sa.Integer(), nullable=True),
    sa.Column('why', sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(['cohort_id'], ['cohorts.id'], name=op.f('fk_mentoring_pairs_cohort_id_cohorts')),
    sa.ForeignKeyConstraint(['mentee_id'], ['people.id'], name=op.f('fk_mentoring_pairs_mentee_id_people')),
    sa.ForeignKeyConstraint(['mentor_id'], ['people.id'], name=op.f('fk_mentoring_pairs_mentor_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mentoring_pairs')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_mentoring_pairs_cohort_id'), 'mentoring_pairs', ['cohort_id'], unique=False)
    op.create_index(op.f('ix_mentoring_pairs_mentee_id'), 'mentoring_pairs', ['mentee_id'], unique=False)
    op.create_index(op.f('ix_mentoring_pairs_mentor_id'), 'mentoring_pairs', ['mentor_id'], unique=False)
    op.create_table('places',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('cohort_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.Enum('enrolled', 'withdrawn', 'completed', name='placestate', native_enum=False, length=20), nullable=False),
    sa.Column('enrolled_on', sa.Date(), nullable=False),
    sa.Column('withdrawn_on', sa.Date(), nullable=True),
    sa.Column('completed_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['cohort_id'], ['cohorts.id'], name=op.f('fk_places_cohort_id_cohorts')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_places_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_places')),
    sa.UniqueConstraint('cohort_id', 'person_id', name=op.f('uq_places_cohort_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_places_cohort_id'), 'places', ['cohort_id'], unique=False)
    op.create_index(op.f('ix_places_person_id'), 'places', ['person_id'], unique=False)
    op.create_table('training_sessions',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('cohort_id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('starts', sa.Time(), nullable=False),
    sa.Column('ends', sa.Time(), nullable=False),
    sa.Column('zone', sa.String(), nullable=False),
    sa.Column('second_hour', sa.Boolean(), nullable=True),
    sa.Column('moved_from', sa.Date(), nullable=True),
    sa.Column('format', sa.Enum('in_person', 'online', 'hybrid', name='sessionformat', native_enum=False, length=20), nullable=False),
    sa.Column('room', sa.String(), nullable=False),
    sa.Column('link', sa.String(), nullable=False),
    sa.Column('staff_notes', sa.String(), nullable=False),
    sa.Column('required', sa.Boolean(), nullable=False),
    sa.Column('state', sa.Enum('planned', 'not_held', 'cancelled', name='sessionstate', native_enum=False, length=20), nullable=False),
    sa.Column('uid', sa.String(), nullable=False),
    sa.Column('residential', sa.String(), nullable=False),
    sa.Column('found_by', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['cohort_id'], ['cohorts.id'], name=op.f('fk_training_sessions_cohort_id_cohorts')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_training_sessions')),
    sa.UniqueConstraint('uid', name=op.f('uq_training_sessions_uid')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_training_sessions_cohort_id'), 'training_sessions', ['cohort_id'], unique=False)
    op.create_index(op.f('ix_training_sessions_found_by'), 'training_sessions', ['found_by', 'cohort_id', 'held_on'], unique=False)
    op.create_index(op.f('ix_training_sessions_held_on'), 'training_sessions', ['held_on', 'starts'], unique=False)
    op.create_index(op.f('ix_training_sessions_residential'), 'training_sessions', ['residential'], unique=False)
    op.create_table('certificates',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('place_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.String(), nullable=False),
    sa.Column('year', sa.Integer(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('kind', sa.Enum('completion', 'attendance', 'achievement', name='certificatekind', native_enum=False, length=20), nullable=False),
    sa.Column('issued_on', sa.Date(), nullable=False),
    sa.Column('state', sa.Enum('issued', 'replaced', 'revoked', name='certificatestate', native_enum=False, length=20), nullable=False),
    sa.Column('state_on', sa.Date(), nullable=True),
    sa.Column('reason', sa.String(), nullable=False),
    sa.Column('replaces_id', sa.Integer(), nullable=True),
    sa.Column('template', sa.String(), nullable=False),
    sa.Column('template_version_id', sa.Integer(), nullable=True),
    sa.Column('facts', sa.JSON(), nullable=False),
    sa.Column('sha256', sa.String(), nullable=False),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('token', sa.String(), nullable=False),
    sa.Column('found_by', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_certificates_place_id_places')),
    sa.ForeignKeyConstraint(['replaces_id'], ['certificates.id'], name=op.f('fk_certificates_replaces_id_certificates')),
    sa.ForeignKeyConstraint(['template_version_id'], ['template_versions.id'], name=op.f('fk_certificates_template_version_id_template_versions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_certificates')),
    sa.UniqueConstraint('number', name=op.f('uq_certificates_number')),
    sa.UniqueConstraint('year', 'sequence', name=op.f('uq_certificates_year')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_certificates_place_id'), 'certificates', ['place_id'], unique=False)
    op.create_index(op.f('ix_certificates_replaces_id'), 'certificates', ['replaces_id'], unique=False)
    op.create_index(op.f('ix_certificates_template_version_id'), 'certificates', ['template_version_id'], unique=False)
    op.create_index(op.f('ix_certificates_year'), 'certificates', ['year', 'sequence', 'state', 'expires_on', 'issued_on', 'kind', 'place_id', 'state_on', 'found_by'], unique=False)
    op.create_table('invitations',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('session_id', sa.Integer(), nullable=False),
    sa.Column('sequence', sa.Integer(), nullable=False),
    sa.Column('said', sa.String(), nullable=False),
    sa.Column('sent_at', sa.DateTime(), nullable=False),
    sa.Column('cancelled', sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(['session_id'], ['training_sessions.id'], name=op.f('fk_invitations_session_id_training_sessions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitations')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_invitations_session_id'), 'invitations', ['session_id'], unique=True)
    op.create_table('learning_set_meetings',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('set_id', sa.Integer(), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.Column('format', sa.Enum('in_person', 'online', 'phone', name='meetingformat', native_enum=False, length=20), nullable=False),
    sa.ForeignKeyConstraint(['set_id'], ['learning_sets.id'], name=op.f('fk_learning_set_meetings_set_id_learning_sets')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_learning_set_meetings')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_learning_set_meetings_set_id'), 'learning_set_meetings', ['set_id'], unique=False)
    op.create_table('learning_set_members',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('set_id', sa.Integer(), nullable=False),
    sa.Column('place_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_learning_set_members_place_id_places')),
    sa.ForeignKeyConstraint(['set_id'], ['learning_sets.id'], name=op.f('fk_learning_set_members_set_id_learning_sets')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_learning_set_members')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_learning_set_members_place_id'), 'learning_set_members', ['place_id'], unique=True)
    op.create_index(op.f('ix_learning_set_members_set_id'), 'learning_set_members', ['set_id'], unique=False)
    op.create_table('learning_set_vetoes',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('place_id', sa.Integer(), nullable=False),
    sa.Column('other_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['other_id'], ['places.id'], name=op.f('fk_learning_set_vetoes_other_id_places')),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_learning_set_vetoes_place_id_places')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_learning_set_vetoes')),
    sa.UniqueConstraint('place_id', 'other_id', name=op.f('uq_learning_set_vetoes_place_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_learning_set_vetoes_other_id'), 'learning_set_vetoes', ['other_id'], unique=False)
    op.create_index(op.f('ix_learning_set_vetoes_place_id'), 'learning_set_vetoes', ['place_id'], unique=False)
    op.create_table('marks',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('session_id', sa.Integer(), nullable=False),
    sa.Column('place_id', sa.Integer(), nullable=False),
    sa.Column('letter', sa.Enum('P', 'L', 'A', 'E', name='letter', native_enum=False, length=20), nullable=True),
    sa.Column('note', sa.String(), nullable=False),
    sa.Column('source', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_marks_place_id_places')),
    sa.ForeignKeyConstraint(['session_id'], ['training_sessions.id'], name=op.f('fk_marks_session_id_training_sessions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_marks')),
    sa.UniqueConstraint('session_id', 'place_id', name=op.f('uq_marks_session_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_marks_place_id'), 'marks', ['place_id'], unique=False)
    op.create_index(op.f('ix_marks_session_id'), 'marks', ['session_id'], unique=False)
    op.create_table('mentee_profiles',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('place_id', sa.Integer(), nullable=False),
    sa.Column('wants', sa.String(), nullable=False),
    sa.Column('themes', sa.JSON(), nullable=False),
    sa.Column('wishes', sa.String(), nullable=False),
    sa.Column('region', sa.String(), nullable=False),
    sa.Column('online', sa.Boolean(), nullable=False),
    sa.Column('in_person', sa.Boolean(), nullable=False),
    sa.Column('days', sa.JSON(), nullable=False),
    sa.Column('grade', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_mentee_profiles_place_id_places')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mentee_profiles')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_mentee_profiles_place_id'), 'mentee_profiles', ['place_id'], unique=True)
    op.create_table('mentoring_goals',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('pair_id', sa.Integer(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('state', sa.Enum('open', 'reached', 'dropped', name='goalstate', native_enum=False, length=20), nullable=False),
    sa.Column('state_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['pair_id'], ['mentoring_pairs.id'], name=op.f('fk_mentoring_goals_pair_id_mentoring_pairs')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mentoring_goals')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_mentoring_goals_pair_id'), 'mentoring_goals', ['pair_id'], unique=False)
    op.create_table('mentoring_meetings',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('pair_id', sa.Integer(), nullable=False),
    sa.Column('held_on', sa.Date(), nullable=False),
    sa.Column('minutes', sa.Integer(), nullable=True),
    sa.Column('format', sa.Enum('in_person', 'online', 'phone', name='meetingformat', native_enum=False, length=20), nullable=False),
    sa.Column('next_on', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['pair_id'], ['mentoring_pairs.id'], name=op.f('fk_mentoring_meetings_pair_id_mentoring_pairs')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_mentoring_meetings')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_mentoring_meetings_pair_id'), 'mentoring_meetings', ['pair_id'], unique=False)
    op.create_table('private_notes',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('pair_id', sa.Integer(), nullable=False),
    sa.Column('key_id', sa.Integer(), nullable=False),
    sa.Column('made_at', sa.DateTime(), nullable=False),
    sa.Column('sealed', sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(['key_id'], ['note_keys.id'], name=op.f('fk_private_notes_key_id_note_keys')),
    sa.ForeignKeyConstraint(['pair_id'], ['mentoring_pairs.id'], name=op.f('fk_private_notes_pair_id_mentoring_pairs')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_private_notes')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_private_notes_key_id'), 'private_notes', ['key_id'], unique=False)
    op.create_index(op.f('ix_private_notes_pair_id'), 'private_notes', ['pair_id'], unique=False)
    op.create_table('reported_stays',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('session_id', sa.Integer(), nullable=False),
    sa.Column('place_id', sa.Integer(), nullable=False),
    sa.Column('report', sa.String(), nullable=False),
    sa.Column('joined', sa.DateTime(), nullable=True),
    sa.Column('left', sa.DateTime(), nullable=True),
    sa.Column('seconds', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_reported_stays_place_id_places')),
    sa.ForeignKeyConstraint(['session_id'], ['training_sessions.id'], name=op.f('fk_reported_stays_session_id_training_sessions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reported_stays')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_reported_stays_place_id'), 'reported_stays', ['place_id'], unique=False)
    op.create_index(op.f('ix_reported_stays_session_id'), 'reported_stays', ['session_id'], unique=False)
    op.create_table('requirements_met',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('place_id', sa.Integer(), nullable=False),
    sa.Column('requirement_id', sa.Integer(), nullable=False),
    sa.Column('met_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_requirements_met_place_id_places')),
    sa.ForeignKeyConstraint(['requirement_id'], ['requirements.id'], name=op.f('fk_requirements_met_requirement_id_requirements')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_requirements_met')),
    sa.UniqueConstraint('place_id', 'requirement_id', name=op.f('uq_requirements_met_place_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_requirements_met_place_id'), 'requirements_met', ['place_id'], unique=False)
    op.create_index(op.f('ix_requirements_met_requirement_id'), 'requirements_met', ['requirement_id'], unique=False)
    op.create_table('session_facilitators',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('session_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_session_facilitators_person_id_people')),
    sa.ForeignKeyConstraint(['session_id'], ['training_sessions.id'], name=op.f('fk_session_facilitators_session_id_training_sessions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_session_facilitators')),
    sa.UniqueConstraint('session_id', 'person_id', name=op.f('uq_session_facilitators_session_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_session_facilitators_person_id'), 'session_facilitators', ['person_id'], unique=False)
    op.create_index(op.f('ix_session_facilitators_session_id'), 'session_facilitators', ['session_id'], unique=False)
    op.create_table('session_reopenings',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('session_id', sa.Integer(), nullable=False),
    sa.Column('reopened_on', sa.Date(), nullable=False),
    sa.Column('reason', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['session_id'], ['training_sessions.id'], name=op.f('fk_session_reopenings_session_id_training_sessions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_session_reopenings')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_session_reopenings_session_id'), 'session_reopenings', ['session_id'], unique=False)
    op.create_table('session_visitors',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('session_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_session_visitors_person_id_people')),
    sa.ForeignKeyConstraint(['session_id'], ['training_sessions.id'], name=op.f('fk_session_visitors_session_id_training_sessions')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_session_visitors')),
    sa.UniqueConstraint('session_id', 'person_id', name=op.f('uq_session_visitors_session_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_session_visitors_person_id'), 'session_visitors', ['person_id'], unique=False)
    op.create_index(op.f('ix_session_visitors_session_id'), 'session_visitors', ['session_id'], unique=False)
    op.create_table('certificate_files',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('certificate_id', sa.Integer(), nullable=False),
    sa.Column('content', sa.LargeBinary(), nullable=True),
    sa.ForeignKeyConstraint(['certificate_id'], ['certificates.id'], name=op.f('fk_certificate_files_certificate_id_certificates')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_certificate_files')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_certificate_files_certificate_id'), 'certificate_files', ['certificate_id'], unique=True)
    op.create_table('invited',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('invitation_id', sa.Integer(), nullable=False),
    sa.Column('person_id', sa.Integer(), nullable=False),
    sa.Column('email', sa.String(), nullable=False),
    sa.Column('answer', sa.Enum('waiting', 'accepted', 'declined', 'tentative', name='answer', native_enum=False, length=20), nullable=False),
    sa.Column('answered_at', sa.DateTime(), nullable=True),
    sa.Column('answered_sequence', sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(['invitation_id'], ['invitations.id'], name=op.f('fk_invited_invitation_id_invitations')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_invited_person_id_people')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invited')),
    sa.UniqueConstraint('invitation_id', 'person_id', name=op.f('uq_invited_invitation_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_invited_invitation_id'), 'invited', ['invitation_id'], unique=False)
    op.create_index(op.f('ix_invited_person_id'), 'invited', ['person_id'], unique=False)
    op.create_table('learning_set_marks',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('meeting_id', sa.Integer(), nullable=False),
    sa.Column('place_id', sa.Integer(), nullable=False),
    sa.Column('letter', sa.Enum('P', 'L', 'A', 'E', name='letter', native_enum=False, length=20), nullable=False),
    sa.ForeignKeyConstraint(['meeting_id'], ['learning_set_meetings.id'], name=op.f('fk_learning_set_marks_meeting_id_learning_set_meetings')),
    sa.ForeignKeyConstraint(['place_id'], ['places.id'], name=op.f('fk_learning_set_marks_place_id_places')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_learning_set_marks')),
    sa.UniqueConstraint('meeting_id', 'place_id', name=op.f('uq_learning_set_marks_meeting_id')),
    sqlite_autoincrement=True
    )
    op.create_index(op.f('ix_learning_set_marks_meeting_id'), 'learning_set_marks', ['meeting_id'], unique=False)
    op.create_index(op.f('ix_learning_set_marks_place_id'), 'learning_set_marks', ['place_id'], unique=False)
