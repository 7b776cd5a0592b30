using Kakehashi.Web.Tests.Demo;
using Microsoft.Data.Sqlite;

namespace Kakehashi.Web.Tests.Commands;

[Trait("Needs", "program")]
public sealed class VerifyingTheData(AUniversity university) : IDisposable
{
    private readonly AFolder folder = new();

    [Theory]
    [InlineData("UPDATE organisations SET name_en = 'Another' WHERE id = (SELECT min(id) FROM organisations)", "verify.differs")]
    [InlineData("UPDATE mobility_periods SET credits = 990000 WHERE id = (SELECT max(id) FROM mobility_periods)", "verify.differs")]
    [InlineData("UPDATE agreements SET is_withdrawn = 1 WHERE id = (SELECT min(id) FROM agreements)", "verify.withdrawn")]
    [InlineData("UPDATE agreements SET version = 7 WHERE id = (SELECT min(id) FROM agreements)", "verify.versions")]
    [InlineData("DELETE FROM student_headcounts WHERE id = (SELECT min(id) FROM student_headcounts)", "verify.lost")]
    [InlineData("INSERT INTO coverage(id, version, is_withdrawn, fact, period, submitted) VALUES (99999999, 1, 0, 'mobility', 'FY2020', 1)", "verify.no-history")]
    [InlineData("UPDATE change SET \"values\" = replace(\"values\", 'Dalian', 'Dailan') WHERE type = 'organisation'", "history.change")]
    [InlineData("DELETE FROM change WHERE ordinal = 100", "history.changes")]
    [InlineData("UPDATE change_set SET actor = 'nobody'", "history.chain")]
    public async Task Finds_what_was_altered_behind_its_back(string sql, string code)
    {
        university.CopyTo(folder["data"]);
        using (var connection = new SqliteConnection($"Data Source={folder["data"]}/kakehashi.db;Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            Assert.True(command.ExecuteNonQuery() > 0);
        }

        var verified = await TheProgram.Run("verify", "--data", folder["data"], "--json");
        Assert.Equal(1, verified.Code);
        Assert.Contains(verified.Json.GetProperty("faults").EnumerateArray(), fault => fault.GetProperty("code").GetString() == code);
    }

    [Fact]
    public async Task Finds_a_page_of_the_file_that_was_written_over()
    {
        university.CopyTo(folder["data"]);
        await using (var file = File.Open(folder["data"] + "/kakehashi.db", FileMode.Open))
        {
            file.Position = file.Length / 2 / 4096 * 4096;
            file.Write(new byte[4096 * 8]);
        }

        var verified = await TheProgram.Run("verify", "--data", folder["data"], "--json");
        Assert.Equal(1, verified.Code);
    }

    public void Dispose() => folder.Dispose();
}
