using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class OwnFields : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "own",
                table: "student_headcounts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "own",
                table: "staff_headcounts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "own",
                table: "organisations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "own",
                table: "org_units",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "own",
                table: "mobility_periods",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "own",
                table: "coverage",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "own",
                table: "agreements",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "own",
                table: "student_headcounts");

            migrationBuilder.DropColumn(
                name: "own",
                table: "staff_headcounts");

            migrationBuilder.DropColumn(
                name: "own",
                table: "organisations");

            migrationBuilder.DropColumn(
                name: "own",
                table: "org_units");

            migrationBuilder.DropColumn(
                name: "own",
                table: "mobility_periods");

            migrationBuilder.DropColumn(
                name: "own",
                table: "coverage");

            migrationBuilder.DropColumn(
                name: "own",
                table: "agreements");
        }
    }
}
