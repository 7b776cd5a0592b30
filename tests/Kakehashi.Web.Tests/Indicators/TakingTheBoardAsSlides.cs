using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Kakehashi.Web.Tests.Indicators;

public sealed class TakingTheBoardAsSlides(AnOfficeThatHasFallenBehind office) : IClassFixture<AnOfficeThatHasFallenBehind>
{
    [Theory]
    [InlineData("ja", "戦略の進捗", "遅れ")]
    [InlineData("en", "The strategy at a glance", "Behind")]
    public async Task Has_all_actions_and_opens_without_repair(string language, string title, string behind)
    {
        using var answer = await office.Get($"/{language}/board.pptx");
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var deck = PresentationDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(deck, TestContext.Current.CancellationToken).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"));
        var slides = deck.PresentationPart!.SlideParts.ToList();
        Assert.Contains(slides, slide => slide.Slide!.InnerText.StartsWith(title, StringComparison.Ordinal));
        // every action once beside what needs a decision: a long table goes on on the next slide
        var codes = slides.SelectMany(slide => slide.Slide!.Descendants<TableRow>()).Select(row => row.Elements<TableCell>().First().InnerText).Where(code => code.Contains('.', StringComparison.Ordinal)).ToList();
        Assert.Equal(31, codes.Distinct().Count());
        Assert.Contains(slides.SelectMany(slide => slide.Slide!.Descendants<TableRow>()), row => row.InnerText.StartsWith("T1.5", StringComparison.Ordinal) && row.InnerText.Contains(behind, StringComparison.Ordinal));
    }
}
