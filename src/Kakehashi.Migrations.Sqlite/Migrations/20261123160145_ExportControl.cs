using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ExportControl : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "item_classifications",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    item = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    maker = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    model = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    row = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    basis = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    document = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    law_as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    judged_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    judged_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    confirmed_by = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    own = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_item_classifications", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_item_classifications_item",
                table: "item_classifications",
                column: "item",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_item_classifications_judged_on",
                table: "item_classifications",
                columns: new[] { "judged_on", "kind", "result" },
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_item_classifications_kind",
                table: "item_classifications",
                column: "kind",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_item_classifications_reference",
                table: "item_classifications",
                column: "reference",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_item_classifications_result",
                table: "item_classifications",
                column: "result",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_item_classifications_row",
                table: "item_classifications",
                column: "row",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_item_classifications_withdrawn",
                table: "item_classifications",
                column: "id",
                filter: "\"is_withdrawn\" = true");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "item_classifications");
        }
    }
}
