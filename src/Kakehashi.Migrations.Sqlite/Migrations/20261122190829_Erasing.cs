using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Erasing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_change_record",
                table: "change");

            migrationBuilder.AddColumn<long>(
                name: "redacted_by",
                table: "change",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_change_record_version",
                table: "change",
                columns: new[] { "record", "version" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_change_record_version",
                table: "change");

            migrationBuilder.DropColumn(
                name: "redacted_by",
                table: "change");

            migrationBuilder.CreateIndex(
                name: "IX_change_record",
                table: "change",
                column: "record");
        }
    }
}
