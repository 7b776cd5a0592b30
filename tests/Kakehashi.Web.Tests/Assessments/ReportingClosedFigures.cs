using DocumentFormat.OpenXml.Packaging;
using Kakehashi.Kernel;
using Kakehashi.Strategy.Closing;

namespace Kakehashi.Web.Tests.Assessments;

public sealed class ReportingClosedFigures(Faculties faculties) : IClassFixture<Faculties>
{
    [Theory]
    [InlineData("ja", "2024年度（確定第1版）", "データの時点：")]
    [InlineData("en", "FY2024 (closed, revision 1)", "Data as of ")]
    public async Task Says_of_which_revision_they_are_and_how_old(string language, string revision, string asOf)
    {
        var cancel = TestContext.Current.CancellationToken;
        await faculties.Workspace.CloseAsync(Period.Fiscal(2024), null, Actor.Local, TimeSpan.FromMinutes(2), cancel);
        var round = await faculties.Open();
        using var stream = new MemoryStream(await faculties.Client.GetByteArrayAsync($"/{language}/assessments/{round.Number}/report.docx", cancel));
        using var document = WordprocessingDocument.Open(stream, false);
        var text = document.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains(revision, text);
        Assert.Contains(asOf, text);
    }
}
