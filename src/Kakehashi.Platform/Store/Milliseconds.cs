using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Kakehashi.Platform.Store;

/// <summary>How moments are kept: milliseconds since 1970, which every store sorts and compares alike.</summary>
public sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(at => at.ToUnixTimeMilliseconds(), number => DateTimeOffset.FromUnixTimeMilliseconds(number));
