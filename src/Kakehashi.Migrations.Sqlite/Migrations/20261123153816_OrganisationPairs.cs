using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OrganisationPairs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "organisation_pairs",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    pair = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    first_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    second_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    compared = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    own = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisation_pairs", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_organisation_pairs_first_name",
                table: "organisation_pairs",
                column: "first_name",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_pairs_second_name",
                table: "organisation_pairs",
                column: "second_name",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_organisation_pairs_withdrawn",
                table: "organisation_pairs",
                column: "id",
                filter: "\"is_withdrawn\" = true");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "organisation_pairs");
        }
    }
}
