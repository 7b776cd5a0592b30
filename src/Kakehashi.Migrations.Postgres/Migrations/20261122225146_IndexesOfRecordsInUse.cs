using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class IndexesOfRecordsInUse : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_as_of",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_degree_seeking",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_level",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_nationality",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_persons",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_sex",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_unit",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_staff_headcounts_as_of",
                table: "staff_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_staff_headcounts_category",
                table: "staff_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_staff_headcounts_nationality",
                table: "staff_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_staff_headcounts_persons",
                table: "staff_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_staff_headcounts_sex",
                table: "staff_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_staff_headcounts_unit",
                table: "staff_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_organisations_city",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "IX_organisations_country",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "IX_organisations_kind",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "IX_organisations_status",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "IX_org_units_kind",
                table: "org_units");

            migrationBuilder.DropIndex(
                name: "IX_org_units_parent",
                table: "org_units");

            migrationBuilder.DropIndex(
                name: "IX_org_units_unit_code",
                table: "org_units");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_agreement",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_direction",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_ended_on",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_home",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_home_country",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_host",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_host_country",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_kind",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_level",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_nationality",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_started_on",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_unit",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_coverage_fact",
                table: "coverage");

            migrationBuilder.DropIndex(
                name: "IX_coverage_period",
                table: "coverage");

            migrationBuilder.DropIndex(
                name: "IX_coverage_submitted",
                table: "coverage");

            migrationBuilder.DropIndex(
                name: "IX_coverage_submitted_on",
                table: "coverage");

            migrationBuilder.DropIndex(
                name: "IX_coverage_unit",
                table: "coverage");

            migrationBuilder.DropIndex(
                name: "IX_agreements_country",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_effective_from",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_expires_on",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_level",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_partner",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_reference",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_state",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_type",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_unit",
                table: "agreements");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_as_of",
                table: "student_headcounts",
                columns: new[] { "as_of", "unit", "nationality", "level", "sex", "degree_seeking" },
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_degree_seeking",
                table: "student_headcounts",
                column: "degree_seeking",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_level",
                table: "student_headcounts",
                column: "level",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_nationality",
                table: "student_headcounts",
                column: "nationality",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_persons",
                table: "student_headcounts",
                column: "persons",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_sex",
                table: "student_headcounts",
                column: "sex",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_unit",
                table: "student_headcounts",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_student_headcounts_withdrawn",
                table: "student_headcounts",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_staff_headcounts_as_of",
                table: "staff_headcounts",
                columns: new[] { "as_of", "unit", "nationality", "category", "sex" },
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_staff_headcounts_category",
                table: "staff_headcounts",
                column: "category",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_staff_headcounts_nationality",
                table: "staff_headcounts",
                column: "nationality",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_staff_headcounts_persons",
                table: "staff_headcounts",
                column: "persons",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_staff_headcounts_sex",
                table: "staff_headcounts",
                column: "sex",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_staff_headcounts_unit",
                table: "staff_headcounts",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_staff_headcounts_withdrawn",
                table: "staff_headcounts",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_city",
                table: "organisations",
                column: "city",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_country",
                table: "organisations",
                column: "country",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_kind",
                table: "organisations",
                column: "kind",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_status",
                table: "organisations",
                column: "status",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_organisations_withdrawn",
                table: "organisations",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_org_units_kind",
                table: "org_units",
                column: "kind",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_org_units_parent",
                table: "org_units",
                column: "parent",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_org_units_unit_code",
                table: "org_units",
                column: "unit_code",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_org_units_withdrawn",
                table: "org_units",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_agreement",
                table: "mobility_periods",
                column: "agreement",
                filter: "\"is_withdrawn\" = false AND \"agreement\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_direction",
                table: "mobility_periods",
                column: "direction",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_ended_on",
                table: "mobility_periods",
                column: "ended_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_home",
                table: "mobility_periods",
                column: "home",
                filter: "\"is_withdrawn\" = false AND \"home\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_home_country",
                table: "mobility_periods",
                column: "home_country",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_host",
                table: "mobility_periods",
                column: "host",
                filter: "\"is_withdrawn\" = false AND \"host\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_host_country",
                table: "mobility_periods",
                column: "host_country",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_kind",
                table: "mobility_periods",
                column: "kind",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_level",
                table: "mobility_periods",
                column: "level",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_nationality",
                table: "mobility_periods",
                column: "nationality",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_started_on",
                table: "mobility_periods",
                columns: new[] { "started_on", "direction", "kind", "nationality", "unit", "level", "home_country", "host_country" },
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_unit",
                table: "mobility_periods",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_mobility_periods_withdrawn",
                table: "mobility_periods",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_coverage_fact",
                table: "coverage",
                column: "fact",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_coverage_period",
                table: "coverage",
                column: "period",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_coverage_submitted",
                table: "coverage",
                column: "submitted",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_coverage_submitted_on",
                table: "coverage",
                column: "submitted_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_coverage_unit",
                table: "coverage",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_coverage_withdrawn",
                table: "coverage",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_country",
                table: "agreements",
                column: "country",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_effective_from",
                table: "agreements",
                column: "effective_from",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_expires_on",
                table: "agreements",
                column: "expires_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_level",
                table: "agreements",
                column: "level",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_partner",
                table: "agreements",
                column: "partner",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_reference",
                table: "agreements",
                column: "reference",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_state",
                table: "agreements",
                column: "state",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_type",
                table: "agreements",
                column: "type",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_unit",
                table: "agreements",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_agreements_withdrawn",
                table: "agreements",
                column: "id",
                filter: "\"is_withdrawn\" = true");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_as_of",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_degree_seeking",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_level",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_nationality",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_persons",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_sex",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_unit",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_student_headcounts_withdrawn",
                table: "student_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_staff_headcounts_as_of",
                table: "staff_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_staff_headcounts_category",
                table: "staff_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_staff_headcounts_nationality",
                table: "staff_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_staff_headcounts_persons",
                table: "staff_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_staff_headcounts_sex",
                table: "staff_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_staff_headcounts_unit",
                table: "staff_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_staff_headcounts_withdrawn",
                table: "staff_headcounts");

            migrationBuilder.DropIndex(
                name: "IX_organisations_city",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "IX_organisations_country",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "IX_organisations_kind",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "IX_organisations_status",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "IX_organisations_withdrawn",
                table: "organisations");

            migrationBuilder.DropIndex(
                name: "IX_org_units_kind",
                table: "org_units");

            migrationBuilder.DropIndex(
                name: "IX_org_units_parent",
                table: "org_units");

            migrationBuilder.DropIndex(
                name: "IX_org_units_unit_code",
                table: "org_units");

            migrationBuilder.DropIndex(
                name: "IX_org_units_withdrawn",
                table: "org_units");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_agreement",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_direction",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_ended_on",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_home",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_home_country",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_host",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_host_country",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_kind",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_level",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_nationality",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_started_on",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_unit",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_mobility_periods_withdrawn",
                table: "mobility_periods");

            migrationBuilder.DropIndex(
                name: "IX_coverage_fact",
                table: "coverage");

            migrationBuilder.DropIndex(
                name: "IX_coverage_period",
                table: "coverage");

            migrationBuilder.DropIndex(
                name: "IX_coverage_submitted",
                table: "coverage");

            migrationBuilder.DropIndex(
                name: "IX_coverage_submitted_on",
                table: "coverage");

            migrationBuilder.DropIndex(
                name: "IX_coverage_unit",
                table: "coverage");

            migrationBuilder.DropIndex(
                name: "IX_coverage_withdrawn",
                table: "coverage");

            migrationBuilder.DropIndex(
                name: "IX_agreements_country",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_effective_from",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_expires_on",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_level",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_partner",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_reference",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_state",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_type",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_unit",
                table: "agreements");

            migrationBuilder.DropIndex(
                name: "IX_agreements_withdrawn",
                table: "agreements");

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
        }
    }
}
