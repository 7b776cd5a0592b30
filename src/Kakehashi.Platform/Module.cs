using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.Platform;

/// <summary>A module's table of contents: what the program composes itself from.</summary>
/// <param name="Code">Its name in addresses and in navigation.</param>
/// <param name="Name">What a person reads.</param>
/// <param name="Records">Its record types, in the order that lists of them show.</param>
public sealed record Module(string Code, Text Name, IReadOnlyList<RecordType> Records);
