using Kakehashi.Kernel;

namespace Kakehashi.Platform.Pages.Figures;

/// <summary>What a map of the world shows.</summary>
/// <param name="CountryTitle">What a row of its table is: 国・地域 / Country or region.</param>
/// <param name="ValueTitle">What the colour or circle stands for.</param>
/// <param name="Places">The values.</param>
public sealed record WorldMap(Text CountryTitle, Text ValueTitle, IReadOnlyList<Place> Places)
{
    public Text? Unit { get; init; }

    public int Decimals { get; init; }

    /// <summary>A rate or share fills the country; a count would then say more of large countries, and is a circle on it.</summary>
    public bool IsNormalised { get; init; }

    /// <summary>Names of countries that flows begin or end in and that have no value of their own: the university's own.</summary>
    public IReadOnlyDictionary<string, Text> Names { get; init; } = new Dictionary<string, Text>();

    /// <summary>Curves between countries, wider where there is more.</summary>
    public IReadOnlyList<Flow> Flows { get; init; } = [];
}

/// <summary>A country or region and its value.</summary>
/// <param name="Code">ISO 3166-1 alpha-2 (<c>JP</c>); XK for Kosovo.</param>
/// <param name="Name">As the catalogue names it.</param>
/// <param name="Value">What its colour stands for.</param>
public sealed record Place(string Code, Text Name, Reading Value)
{
    /// <summary>The place's page or list of records.</summary>
    public string? Href { get; init; }
}

/// <summary>How much goes from one country to another.</summary>
public sealed record Flow(string From, string To, decimal Value);

/// <summary>A few points near each other, numbered, on a part of the world that holds them all.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Pins">At least one.</param>
public sealed record PinMap(Text Title, IReadOnlyList<Pin> Pins)
{
    /// <summary>Points nearer than this cannot be told apart on the map.</summary>
    private const double Near = 40;

    /// <summary>Those that would lie on each other are one, with the marks of all.</summary>
    public IReadOnlyList<Pin> Apart
    {
        get
        {
            var apart = new List<Pin>();
            foreach (var pin in Pins)
            {
                var at = apart.FindIndex(one => one.At.KilometresTo(pin.At) < Near);
                if (at < 0) apart.Add(pin);
                else apart[at] = apart[at] with { Mark = $"{apart[at].Mark} {pin.Mark}", Name = $"{apart[at].Name}\n{pin.Name}" };
            }

            return apart;
        }
    }
}

/// <summary>A point on a map.</summary>
/// <param name="Mark">What stands in it: a number, or a letter.</param>
/// <param name="Name">What it is.</param>
/// <param name="At">Where.</param>
/// <param name="IsOurs">It is what the others are compared with.</param>
public sealed record Pin(string Mark, string Name, Kakehashi.Records.Place At, bool IsOurs = false);
