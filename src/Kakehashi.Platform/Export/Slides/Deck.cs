using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Kakehashi.Kernel;
using P = DocumentFormat.OpenXml.Presentation;

namespace Kakehashi.Platform.Export.Slides;

/// <summary>
/// Writes a deck of slides (PPTX) that can be edited: texts, tables and bars are those of the presentation program, not
/// pictures. A table that is longer than a slide goes on on the next.
/// </summary>
public sealed class Deck : IDisposable
{
    private readonly PresentationDocument document;
    private readonly PresentationPart presentation;
    private readonly SlideLayoutPart layout;
    private readonly P.SlideIdList slides = new();
    private readonly Language language;
    private readonly string footer;

    /// <summary>Begins a deck.</summary>
    /// <param name="stream">Where it is written; can be read and moved in.</param>
    /// <param name="language">The language of its texts.</param>
    /// <param name="footer">Stands at the foot of every slide: what of, of when.</param>
    public Deck(Stream stream, Language language, string footer)
    {
        (this.language, this.footer) = (language, footer);
        document = PresentationDocument.Create(stream, PresentationDocumentType.Presentation);
        presentation = document.AddPresentationPart();
        var master = presentation.AddNewPart<SlideMasterPart>("master");
        layout = master.AddNewPart<SlideLayoutPart>("layout");
        master.AddNewPart<ThemePart>("theme").Theme = DeckFrame.Theme();
        layout.SlideLayout = DeckFrame.Layout();
        layout.AddPart(master, "master");
        master.SlideMaster = DeckFrame.Master();
        presentation.Presentation = new P.Presentation(
            new P.SlideMasterIdList(new P.SlideMasterId { Id = 2147483648U, RelationshipId = "master" }),
            slides,
            new P.SlideSize { Cx = DeckShapes.Width, Cy = DeckShapes.Height },
            new P.NotesSize { Cx = DeckShapes.Height, Cy = DeckShapes.Width });
    }

    /// <summary>The first slide: what the deck is about.</summary>
    public void Cover(string title, string subtitle, IEnumerable<string> notes)
    {
        var shapes = new DeckShapes(language);
        shapes.Bar();
        shapes.Write(title, new(1_000_000, 2_000_000, 10_200_000, 1_300_000), 40, isBold: true, isTitle: true);
        shapes.Write(subtitle, new(1_000_000, 3_300_000, 10_200_000, 700_000), 22);
        shapes.Write(string.Join('\n', notes), new(1_000_000, 5_000_000, 10_200_000, 1_200_000), 12, isQuiet: true);
        Add(shapes);
    }

    /// <summary>A slide with a table, or as many as it needs.</summary>
    /// <param name="title">The heading; a slide that goes on says so.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows, a cell for each column.</param>
    /// <param name="note">Stands below the table on each slide; null for nothing.</param>
    public void Table(string title, IReadOnlyList<DeckColumn> columns, IReadOnlyList<IReadOnlyList<DeckCell>> rows, string? note)
    {
        var left = new Queue<IReadOnlyList<DeckCell>>(rows);
        for (var part = 1; part == 1 || left.Count > 0; part++)
        {
            var shapes = new DeckShapes(language);
            var continued = new Text("(続き)", " (continued)").In(language);
            shapes.Write(part == 1 ? title : title + continued, new(DeckShapes.Edge, 260_000, DeckShapes.Inner, 700_000), 26, isBold: true, isTitle: true);
            shapes.Table(columns, left);
            if (note is not null) shapes.Write(note, new(DeckShapes.Edge, 5_850_000, DeckShapes.Inner, 500_000), 10, isQuiet: true);
            Add(shapes);
        }
    }

    /// <summary>Writes what is left.</summary>
    public void Complete()
    {
        presentation.Presentation!.Save();
        document.Save();
    }

    public void Dispose() => document.Dispose();

    private void Add(DeckShapes shapes)
    {
        var number = slides.ChildElements.Count + 1;
        shapes.Write(footer, new(DeckShapes.Edge, 6_420_000, DeckShapes.Inner - 900_000, 300_000), 9, isQuiet: true);
        shapes.Write($"{number}", new(DeckShapes.Edge + DeckShapes.Inner - 800_000, 6_420_000, 800_000, 300_000), 9, isQuiet: true, isRight: true);
        var name = $"slide{number}";
        var part = presentation.AddNewPart<SlidePart>(name);
        part.Slide = new P.Slide(new P.CommonSlideData(shapes.Tree), new P.ColorMapOverride(new DocumentFormat.OpenXml.Drawing.MasterColorMapping()));
        part.AddPart(layout, "layout");
        part.Slide.Save();
        slides.Append(new P.SlideId { Id = (uint)(255 + number), RelationshipId = name });
    }
}

/// <summary>A column of a table on a slide.</summary>
/// <param name="Header">Its heading.</param>
/// <param name="Share">How wide it is, beside the others.</param>
/// <param name="IsNumber">Right-aligned.</param>
public sealed record DeckColumn(string Header, double Share, bool IsNumber = false);

/// <summary>A cell of a table on a slide.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Colour">Of its text, six hexadecimal digits; null for that of the others. Never the only sign.</param>
/// <param name="Bars">A small picture of a series, beside no text; a gap where there is no value.</param>
public sealed record DeckCell(string Text, string? Colour = null, IReadOnlyList<decimal?>? Bars = null);
