using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Kakehashi.Strategy.Assessments.Rounds;
using Kakehashi.Web.Tests.Demo;

namespace Kakehashi.Web.Tests.Commands;

[Trait("Needs", "program")]
public sealed class ReportingARound(AUniversity university) : IDisposable
{
    private readonly AFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ja", "施策ごとの自己点検・評価", "に報告書を書き出しました")]
    [InlineData("en", "Self-assessments by action", "Wrote the report to")]
    public async Task Gives_a_Word_document_in_the_language_that_was_asked_for(string language, string heading, string said)
    {
        var told = await Run(await Number(RoundState.Closed), "report.docx", "--lang", language);
        Assert.True(told.Code == 0, told.Output + told.Errors);
        Assert.Contains(said, told.Output, StringComparison.Ordinal);
        using var document = WordprocessingDocument.Open(folder["report.docx"], false);
        Assert.Contains(heading, document.MainDocumentPart!.Document!.Body!.InnerText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(999999, "report.docx", "report.no-round")]
    [InlineData(null, "report.pdf", "report.format")]
    [InlineData(null, "there.docx", "report.file-exists")]
    public async Task Refuses_what_cannot_be_and_leaves_what_is_there(int? round, string file, string code)
    {
        await File.WriteAllTextAsync(folder["there.docx"], "edited by hand", TestContext.Current.CancellationToken);
        var told = await Run(round ?? await Number(RoundState.Open), file, "--json");
        Assert.Equal((2, code), (told.Code, told.Json.GetProperty("error").GetProperty("code").GetString()));
        Assert.Equal("there.docx", Path.GetFileName(Assert.Single(Directory.GetFiles(folder.Path))));
        Assert.Equal("edited by hand", await File.ReadAllTextAsync(folder["there.docx"], TestContext.Current.CancellationToken));
    }

    private Task<Ended> Run(long round, string file, params string[] more) =>
        TheProgram.Run(["report-round", round.ToString(CultureInfo.InvariantCulture), "--to", folder[file], "--data", university.Data, .. more]);

    private async Task<long> Number(RoundState state) =>
        (await RoundProgress.RoundsAsync(university.Workspace, TestContext.Current.CancellationToken)).First(round => round.State == state).Number;
}
