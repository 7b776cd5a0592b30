using System.Globalization;
using Kakehashi.Web.Commands;

// What the program prints for other programs reads the same on every machine; pages name their own culture.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;

return await CommandLine.Run(args);
