using Kakehashi.Kernel;
using Kakehashi.Platform.Pages;

namespace Kakehashi.Web.Components.StyleGuide;

/// <summary>What the combobox of the style guide suggests.</summary>
internal static class PartnerSpecimens
{
    private static readonly Text[] All =
    [
        ("ワシントン大学", "University of Washington"), ("ワシントン州立大学", "Washington State University"), ("国立台湾大学", "National Taiwan University"),
        ("スウェーデン王立工科大学", "KTH Royal Institute of Technology"), ("パリ・シテ大学", "Université Paris Cité"), ("清華大学", "Tsinghua University"),
    ];

    public static void MapStyleGuide(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() && !app.Services.GetRequiredService<ServeOptions>().StyleGuide) return;
        app.MapGet("/styleguide/partners", (string? q) => All
            .Where(name => $"{name.Ja} {name.En}".Contains(q ?? "", StringComparison.OrdinalIgnoreCase))
            .Select(name => new { Value = name.En, Label = Speech.T(name), Detail = name.In(Speech.Spoken.Other()) }));
    }
}
