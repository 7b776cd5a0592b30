using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kakehashi.Migrations.Sqlite.Accounts
{
    /// <inheritdoc />
    public partial class LastSeen : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "SeenAt",
                table: "account",
                type: "INTEGER",
                nullable: true);
            // as far as sessions and tokens that are still there know
            migrationBuilder.Sql(
                """
                UPDATE account SET "SeenAt" = (SELECT MAX(seen.at) FROM (
                    SELECT "SeenAt" AS at FROM account_session WHERE "Account" = account."Id"
                    UNION ALL SELECT "UsedAt" FROM account_access_token WHERE "Account" = account."Id") AS seen)
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SeenAt",
                table: "account");
        }
    }
}
