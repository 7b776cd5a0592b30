using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Areas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "area_knowledge",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    country = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    unit = table.Column<long>(type: "bigint", nullable: true),
                    person = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    tie = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    languages = table.Column<string>(type: "text", nullable: false),
                    contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    note = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_area_knowledge", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "area_plans",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    country = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    region = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    priority = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    first_year = table.Column<int>(type: "integer", nullable: false),
                    last_year = table.Column<int>(type: "integer", nullable: false),
                    unit = table.Column<long>(type: "bigint", nullable: true),
                    aims_en = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    aims_ja = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_area_plans", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_area_knowledge_country",
                table: "area_knowledge",
                column: "country",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_knowledge_reference",
                table: "area_knowledge",
                column: "reference",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_knowledge_unit",
                table: "area_knowledge",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_knowledge_withdrawn",
                table: "area_knowledge",
                column: "id",
                filter: "\"is_withdrawn\" = true");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_country",
                table: "area_plans",
                column: "country",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_first_year",
                table: "area_plans",
                column: "first_year",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_last_year",
                table: "area_plans",
                column: "last_year",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_priority",
                table: "area_plans",
                column: "priority",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_region",
                table: "area_plans",
                column: "region",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_unit",
                table: "area_plans",
                column: "unit",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_area_plans_withdrawn",
                table: "area_plans",
                column: "id",
                filter: "\"is_withdrawn\" = true");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "area_knowledge");

            migrationBuilder.DropTable(
                name: "area_plans");
        }
    }
}
