import accreditorsFile from './data/accreditors.json' with { type: 'json' };
import admissionsFile from './data/admissions.json' with { type: 'json' };
import articleFile from './data/article.json' with { type: 'json' };
import certificationsFile from './data/certifications.json' with { type: 'json' };
import nationalLicenseFile from './data/national-license.json' with { type: 'json' };
import occupationsFile from './data/occupations.json' with { type: 'json' };
import pathsFile from './data/paths.json' with { type: 'json' };
import associateFile from './data/programs/associate-health-information.json' with { type: 'json' };
import bachelorFile from './data/programs/bachelor-health-services.json' with { type: 'json' };
import socialFile from './data/programs/bachelor-social-services.json' with { type: 'json' };
import certificateFile from './data/programs/certificate-medical-records.json' with { type: 'json' };
import masterFile from './data/programs/master-health-administration.json' with { type: 'json' };
import remindersFile from './data/reminders.json' with { type: 'json' };
import sourcesFile from './data/sources.json' with { type: 'json' };
import assistedLivingFile from './data/states/assisted-living.json' with { type: 'json' };
import nursingHomesFile from './data/states/nursing-homes.json' with { type: 'json' };
import type {
  Accreditor,
  Admissions,
  ArticleClaim,
  AssistedLivingRules,
  Certification,
  NationalLicense,
  NursingHomeRules,
  Occupations,
  Paths,
  ProgramData,
  Reminder,
  Source,
} from './types.ts';

/*
 * The files, by name and with their types. JSON knows no unions, so the types are stated here;
 * `data.test.ts` holds the files to them.
 */

export const sources = sourcesFile as readonly Source[];
export const nursingHomes = nursingHomesFile as readonly NursingHomeRules[];
export const assistedLiving = assistedLivingFile as readonly AssistedLivingRules[];
export const nationalLicense: NationalLicense = nationalLicenseFile;
export const certifications = certificationsFile as readonly Certification[];
export const occupations: Occupations = occupationsFile;
export const accreditors = accreditorsFile as readonly Accreditor[];
export const admissions = admissionsFile as Admissions;
export const article = articleFile as readonly ArticleClaim[];
export const reminders = remindersFile as readonly Reminder[];
export const paths: Paths = pathsFile;

export const bachelorOfHealthServices = bachelorFile as ProgramData;
export const bachelorOfSocialServices = socialFile as ProgramData;
export const masterOfHealthAdministration = masterFile as ProgramData;
export const associateOfHealthInformation = associateFile as ProgramData;
export const certificateOfMedicalRecords = certificateFile as ProgramData;
