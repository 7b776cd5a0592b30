using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    partner = table.Column<long>(type: "INTEGER", nullable: true),
                    partner_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    country = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    unit = table.Column<long>(type: "INTEGER", nullable: true),
                    signed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    effective_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    renews_by_itself = table.Column<bool>(type: "INTEGER", nullable: false),
                    other_parties = table.Column<string>(type: "TEXT", nullable: false),
                    other_units = table.Column<string>(type: "TEXT", nullable: false),
                    website = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    title_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    title_ja = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_agreements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "change",
                columns: table => new
                {
                    change_set = table.Column<long>(type: "INTEGER", nullable: false),
                    ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    record = table.Column<long>(type: "INTEGER", nullable: false),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    row = table.Column<int>(type: "INTEGER", nullable: true),
                    values = table.Column<string>(type: "TEXT", nullable: true),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change", x => new { x.change_set, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "change_set",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    origin = table.Column<string>(type: "TEXT", nullable: false),
                    batch = table.Column<long>(type: "INTEGER", nullable: true),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_change_set", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coverage",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    fact = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    unit = table.Column<long>(type: "INTEGER", nullable: true),
                    period = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    submitted = table.Column<bool>(type: "INTEGER", nullable: false),
                    submitted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_coverage", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_batch",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    profile = table.Column<string>(type: "TEXT", nullable: false),
                    files = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    created = table.Column<int>(type: "INTEGER", nullable: false),
                    updated = table.Column<int>(type: "INTEGER", nullable: false),
                    unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    warnings = table.Column<int>(type: "INTEGER", nullable: false),
                    change_set = table.Column<long>(type: "INTEGER", nullable: true),
                    undone_by = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "mobility_periods",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    person_key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    unit = table.Column<long>(type: "INTEGER", nullable: true),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    programme = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    field = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    home = table.Column<long>(type: "INTEGER", nullable: true),
                    home_country = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    host = table.Column<long>(type: "INTEGER", nullable: true),
                    host_country = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    partner_code = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    partner_name = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    agreement = table.Column<long>(type: "INTEGER", nullable: true),
                    started_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    duration_band = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    credits = table.Column<long>(type: "INTEGER", nullable: true),
                    funding = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    residence_status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    nationality = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    sex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_mobility_periods", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "org_units",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    unit_code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    parent = table.Column<long>(type: "INTEGER", nullable: true),
                    opened_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    name_ja = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_org_units", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    city = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    location = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    website = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    founded_in = table.Column<int>(type: "INTEGER", nullable: true),
                    names = table.Column<string>(type: "TEXT", nullable: false),
                    identifiers = table.Column<string>(type: "TEXT", nullable: false),
                    relations = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    name_ja = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisations", x => x.id);
                });

            // without rowid: a key is looked up and written in one tree instead of two
            migrationBuilder.Sql("""
                CREATE TABLE "record_key" (
                    "type" TEXT NOT NULL,
                    "key" TEXT NOT NULL,
                    "record" INTEGER NOT NULL,
                    CONSTRAINT "PK_record_key" PRIMARY KEY ("type", "key")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateTable(
                name: "record_link",
                columns: table => new
                {
                    record = table.Column<long>(type: "INTEGER", nullable: false),
                    field = table.Column<string>(type: "TEXT", nullable: false),
                    target = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_record_link", x => new { x.target, x.record, x.field });
                });

            migrationBuilder.CreateTable(
                name: "sequence",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    next = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sequence", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "staff_headcounts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    unit = table.Column<long>(type: "INTEGER", nullable: true),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    nationality = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    persons = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff_headcounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "student_headcounts",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    unit = table.Column<long>(type: "INTEGER", nullable: true),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    nationality = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sex = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    degree_seeking = table.Column<bool>(type: "INTEGER", nullable: false),
                    persons = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_student_headcounts", x => x.id);
                });

            migrationBuilder.InsertData(
                table: "sequence",
                columns: new[] { "name", "next" },
                values: new object[] { "records", 1L });

            migrationBuilder.CreateIndex(
                name: "IX_agreements_country",
                table: "agreements",
                column: "country");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_effective_from",
                table: "agreements",
                column: "effective_from");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_expires_on",
                table: "agreements",
                column: "expires_on");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_level",
                table: "agreements",
                column: "level");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_partner",
                table: "agreements",
                column: "partner");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_reference",
                table: "agreements",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_state",
                table: "agreements",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_type",
                table: "agreements",
                column: "type");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_unit",
                table: "agreements",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "IX_change_record",
                table: "change",
                column: "record");

            migrationBuilder.CreateIndex(
                name: "IX_change_set_batch",
                table: "change_set",
                column: "batch");

            migrationBuilder.CreateIndex(
                name: "IX_change_set_position",
                table: "change_set",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_coverage_fact",
                table: "coverage",
                column: "fact");

            migrationBuilder.CreateIndex(
                name: "IX_coverage_period",
                table: "coverage",
                column: "period");

            migrationBuilder.CreateIndex(
                name: "IX_coverage_submitted",
                table: "coverage",
                column: "submitted");

            migrationBuilder.CreateIndex(
                name: "IX_coverage_submitted_on",
                table: "coverage",
                column: "submitted_on");

            migrationBuilder.CreateIndex(
                name: "IX_coverage_unit",
                table: "coverage",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_agreement",
                table: "mobility_periods",
                column: "agreement");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_direction",
                table: "mobility_periods",
                column: "direction");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_ended_on",
                table: "mobility_periods",
                column: "ended_on");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_home",
                table: "mobility_periods",
                column: "home");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_home_country",
                table: "mobility_periods",
                column: "home_country");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_host",
                table: "mobility_periods",
                column: "host");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_host_country",
                table: "mobility_periods",
                column: "host_country");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_kind",
                table: "mobility_periods",
                column: "kind");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_level",
                table: "mobility_periods",
                column: "level");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_nationality",
                table: "mobility_periods",
                column: "nationality");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_started_on",
                table: "mobility_periods",
                column: "started_on");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_unit",
                table: "mobility_periods",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "IX_org_units_kind",
                table: "org_units",
                column: "kind");

            migrationBuilder.CreateIndex(
                name: "IX_org_units_parent",
                table: "org_units",
                column: "parent");

            migrationBuilder.CreateIndex(
                name: "IX_org_units_unit_code",
                table: "org_units",
                column: "unit_code");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_city",
                table: "organisations",
                column: "city");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_country",
                table: "organisations",
                column: "country");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_kind",
                table: "organisations",
                column: "kind");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_status",
                table: "organisations",
                column: "status");

            migrationBuilder.CreateIndex(
                name: "IX_record_key_record",
                table: "record_key",
                column: "record");

            migrationBuilder.CreateIndex(
                name: "IX_record_link_record",
                table: "record_link",
                column: "record");

            migrationBuilder.CreateIndex(
                name: "IX_staff_headcounts_as_of",
                table: "staff_headcounts",
                column: "as_of");

            migrationBuilder.CreateIndex(
                name: "IX_staff_headcounts_category",
                table: "staff_headcounts",
                column: "category");

            migrationBuilder.CreateIndex(
                name: "IX_staff_headcounts_nationality",
                table: "staff_headcounts",
                column: "nationality");

            migrationBuilder.CreateIndex(
                name: "IX_staff_headcounts_persons",
                table: "staff_headcounts",
                column: "persons");

            migrationBuilder.CreateIndex(
                name: "IX_staff_headcounts_sex",
                table: "staff_headcounts",
                column: "sex");

            migrationBuilder.CreateIndex(
                name: "IX_staff_headcounts_unit",
                table: "staff_headcounts",
                column: "unit");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_as_of",
                table: "student_headcounts",
                column: "as_of");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_degree_seeking",
                table: "student_headcounts",
                column: "degree_seeking");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_level",
                table: "student_headcounts",
                column: "level");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_nationality",
                table: "student_headcounts",
                column: "nationality");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_persons",
                table: "student_headcounts",
                column: "persons");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_sex",
                table: "student_headcounts",
                column: "sex");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_unit",
                table: "student_headcounts",
                column: "unit");

            // the search index is no table that EF knows: see SearchIndex. Words come folded; "ascii" takes them as they are
            migrationBuilder.Sql("""CREATE VIRTUAL TABLE search USING fts5(type, words, content='', contentless_delete=1, tokenize="ascii");""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TABLE search;");

            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropTable(
                name: "change");

            migrationBuilder.DropTable(
                name: "change_set");

            migrationBuilder.DropTable(
                name: "coverage");

            migrationBuilder.DropTable(
                name: "import_batch");

            migrationBuilder.DropTable(
                name: "mobility_periods");

            migrationBuilder.DropTable(
                name: "org_units");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "record_key");

            migrationBuilder.DropTable(
                name: "record_link");

            migrationBuilder.DropTable(
                name: "sequence");

            migrationBuilder.DropTable(
                name: "staff_headcounts");

            migrationBuilder.DropTable(
                name: "student_headcounts");
        }
    }
}
