namespace Kakehashi.Web;

/// <summary>How one web host is set up.</summary>
public sealed record ServeOptions
{
    /// <summary>The addresses to answer on; loopback only, but where there is a <see cref="Site"/>. Port 0 lets the system choose one, for tests.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [DefaultUrl];

    /// <summary>The address people use, where a proxy with TLS stands in front: <c>https://kakehashi.example.ac.jp</c>.</summary>
    public string? Site { get; init; }

    /// <summary>Networks of proxies that may say whom a request is from, as CIDR; the machine itself always may.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>The folder with the records, uploaded files and keys; made where it is missing.</summary>
    public string Data { get; init; } = DefaultData;

    /// <summary>Fills an empty folder with the demonstration university before the first page.</summary>
    public bool Demo { get; init; }

    /// <summary>Shows <c>/styleguide</c> outside of Development too.</summary>
    public bool StyleGuide { get; init; }

    /// <summary>Development or Production; null asks the environment variables.</summary>
    public string? Environment { get; init; }

    public const string DefaultUrl = "http://127.0.0.1:5080";
    public const string DefaultData = "./data";
}
