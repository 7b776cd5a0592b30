using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ClosedPeriods : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "closed_periods",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    period = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    figures = table.Column<int>(type: "integer", nullable: false),
                    cut_off = table.Column<int>(type: "integer", nullable: false),
                    sha_256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    is_withdrawn = table.Column<bool>(type: "boolean", nullable: false),
                    own = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closed_periods", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "document",
                columns: table => new
                {
                    hash = table.Column<string>(type: "text", nullable: false),
                    media = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<long>(type: "bigint", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document", x => x.hash);
                });

            migrationBuilder.CreateIndex(
                name: "IX_closed_periods_closed_on",
                table: "closed_periods",
                column: "closed_on",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_closed_periods_figures",
                table: "closed_periods",
                column: "figures",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_closed_periods_period",
                table: "closed_periods",
                column: "period",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_closed_periods_revision",
                table: "closed_periods",
                column: "revision",
                filter: "\"is_withdrawn\" = false");

            migrationBuilder.CreateIndex(
                name: "IX_closed_periods_withdrawn",
                table: "closed_periods",
                column: "id",
                filter: "\"is_withdrawn\" = true");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "closed_periods");

            migrationBuilder.DropTable(
                name: "document");
        }
    }
}
