using System.Collections;
using Kakehashi.Kernel;
using Kakehashi.Platform.Store;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Lists.Pages;

/// <summary>One link: the entity it leads to and the number.</summary>
public readonly record struct Link(Type Target, long Number);

/// <summary>How the records are called that a page links to: one statement for each type that is linked to.</summary>
public sealed class LinkCaptions
{
    private readonly Dictionary<Link, Bilingual> captions = [];

    private LinkCaptions()
    {
    }

    public static LinkCaptions None { get; } = new();

    /// <summary>Loads the captions of links, as far as whoever asks sees what they lead to.</summary>
    public static async Task<LinkCaptions> LoadAsync(Database database, IEnumerable<Link> links, Actor actor, CancellationToken cancel)
    {
        var loaded = new LinkCaptions();
        await using var context = database.Read();
        foreach (var group in links.Distinct().GroupBy(link => link.Target).ToList())
        {
            if (database.Types.Find(group.Key) is not { } type) continue;
            foreach (var (number, caption) in await context.CaptionsAsync(type, [.. group.Select(link => link.Number)], actor, cancel))
                loaded.captions[new(group.Key, number)] = caption;
        }

        return loaded;
    }

    /// <summary>The links in some fields of a record or part.</summary>
    public static IEnumerable<Link> In(IEnumerable<Field> fields, object owner)
    {
        foreach (var field in fields)
            foreach (var link in Of(field, field.Read(owner))) yield return link;
    }

    /// <summary>The links in a canonical value.</summary>
    public static IEnumerable<Link> Of(Field field, object? value) => (field, value) switch
    {
        (LinkField link, long number) => [new(link.Target, number)],
        (PartsField parts, IEnumerable list) => list.Cast<object>().SelectMany(part => In(parts.Part.Fields, part)),
        _ => [],
    };

    /// <summary>How a record is called; null where it is not there, or not for whoever asks to see.</summary>
    public Bilingual? Of(Type target, long number) => captions.TryGetValue(new(target, number), out var caption) ? caption : null;
}
