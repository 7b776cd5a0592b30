using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Publications : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "published_indicators",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    indicator = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    edition = table.Column<int>(type: "integer", nullable: false),
                    dimensions = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    is_crossed = table.Column<bool>(type: "boolean", nullable: false),
                    periods_from = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    method = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    protection = table.Column<int>(type: "integer", nullable: false),
                    published_on = table.Column<DateOnly>(type: "date", nullable: false),
                    published_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    sha_256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_published_indicators", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_published_indicators_dimensions",
                table: "published_indicators",
                column: "dimensions",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_published_indicators_edition",
                table: "published_indicators",
                column: "edition",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_published_indicators_indicator",
                table: "published_indicators",
                column: "indicator",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_published_indicators_method",
                table: "published_indicators",
                column: "method",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_published_indicators_published_on",
                table: "published_indicators",
                columns: new[] { "published_on", "method" },
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_published_indicators_withdrawn",
                table: "published_indicators",
                column: "id",
                filter: "\"is_withdrawn\" = true");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "published_indicators");
        }
    }
}
