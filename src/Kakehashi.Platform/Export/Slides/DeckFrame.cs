using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace Kakehashi.Platform.Export.Slides;

/// <summary>What every deck must have before its first slide: a theme, a master, a layout.</summary>
internal static class DeckFrame
{
    public static P.SlideLayout Layout() => new(new P.CommonSlideData(Empty()) { Name = "Kakehashi" }, new P.ColorMapOverride(new A.MasterColorMapping())) { Type = P.SlideLayoutValues.TitleOnly };

    public static P.SlideMaster Master() => new(
        new P.CommonSlideData(Empty()),
        new P.ColorMap
        {
            Background1 = A.ColorSchemeIndexValues.Light1,
            Text1 = A.ColorSchemeIndexValues.Dark1,
            Background2 = A.ColorSchemeIndexValues.Light2,
            Text2 = A.ColorSchemeIndexValues.Dark2,
            Accent1 = A.ColorSchemeIndexValues.Accent1,
            Accent2 = A.ColorSchemeIndexValues.Accent2,
            Accent3 = A.ColorSchemeIndexValues.Accent3,
            Accent4 = A.ColorSchemeIndexValues.Accent4,
            Accent5 = A.ColorSchemeIndexValues.Accent5,
            Accent6 = A.ColorSchemeIndexValues.Accent6,
            Hyperlink = A.ColorSchemeIndexValues.Hyperlink,
            FollowedHyperlink = A.ColorSchemeIndexValues.FollowedHyperlink,
        },
        new P.SlideLayoutIdList(new P.SlideLayoutId { Id = 2147483649U, RelationshipId = "layout" }),
        new P.TextStyles(new P.TitleStyle(), new P.BodyStyle(), new P.OtherStyle()));

    public static A.Theme Theme() => new(new A.ThemeElements(
        new A.ColorScheme(
            new A.Dark1Color(Hex("26272B")), new A.Light1Color(Hex("FFFFFF")), new A.Dark2Color(Hex("23407C")), new A.Light2Color(Hex("ECEDF0")),
            new A.Accent1Color(Hex("2F55A4")), new A.Accent2Color(Hex("B45F06")), new A.Accent3Color(Hex("1B7F5C")), new A.Accent4Color(Hex("A63A63")),
            new A.Accent5Color(Hex("6A5ACD")), new A.Accent6Color(Hex("2484A8")), new A.Hyperlink(Hex("2F55A4")), new A.FollowedHyperlinkColor(Hex("6A5ACD")))
        { Name = "Kakehashi" },
        new A.FontScheme(new A.MajorFont(Fonts()), new A.MinorFont(Fonts())) { Name = "Kakehashi" },
        new A.FormatScheme(
            new A.FillStyleList(Placeholder(), Placeholder(), Placeholder()),
            new A.LineStyleList(Line(), Line(), Line()),
            new A.EffectStyleList(NoEffect(), NoEffect(), NoEffect()),
            new A.BackgroundFillStyleList(Placeholder(), Placeholder(), Placeholder()))
        { Name = "Kakehashi" }))
    { Name = "Kakehashi" };

    private static P.ShapeTree Empty() => new(
        new P.NonVisualGroupShapeProperties(new P.NonVisualDrawingProperties { Id = 1, Name = "" }, new P.NonVisualGroupShapeDrawingProperties(), new P.ApplicationNonVisualDrawingProperties()),
        new P.GroupShapeProperties(new A.TransformGroup()));

    private static A.RgbColorModelHex Hex(string colour) => new() { Val = colour };

    /// <summary>Fonts that are there: Office puts its own in the place of those that are not.</summary>
    private static OpenXmlElement[] Fonts() => [new A.LatinFont { Typeface = "Segoe UI" }, new A.EastAsianFont { Typeface = "Yu Gothic" }, new A.ComplexScriptFont { Typeface = "" }];

    private static A.SolidFill Placeholder() => new(new A.SchemeColor { Val = A.SchemeColorValues.PhColor });

    private static A.Outline Line() => new(Placeholder()) { Width = 9525 };

    private static A.EffectStyle NoEffect() => new(new A.EffectList());
}
