using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class RegistryDecisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "registry_decisions",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    organisation = table.Column<long>(type: "INTEGER", nullable: false),
                    ror = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    registry_name = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    verdict = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at_once = table.Column<bool>(type: "INTEGER", nullable: false),
                    score = table.Column<long>(type: "INTEGER", nullable: true),
                    decided_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    own = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_registry_decisions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_registry_decisions_at_once",
                table: "registry_decisions",
                column: "at_once",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_registry_decisions_decided_on",
                table: "registry_decisions",
                columns: new[] { "decided_on", "organisation", "verdict", "at_once" },
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_registry_decisions_organisation",
                table: "registry_decisions",
                column: "organisation",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_registry_decisions_registry_name",
                table: "registry_decisions",
                column: "registry_name",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_registry_decisions_ror",
                table: "registry_decisions",
                column: "ror",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_registry_decisions_verdict",
                table: "registry_decisions",
                column: "verdict",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_registry_decisions_withdrawn",
                table: "registry_decisions",
                column: "id",
                filter: "\"is_withdrawn\" = true");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "registry_decisions");
        }
    }
}
