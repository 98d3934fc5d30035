/** What a rule of data quality finds, and what the people who keep the file can do about it. */
export const rules = {
  // How a file is written, whatever it says.
  NOT_UTF8: {
    meaning: "The row has bytes that are not UTF-8: they are damaged.",
    remedy: "Download the file again, or save it as UTF-8.",
  },
  OTHER_COLUMN_NAME: {
    meaning: "A column does not have the expected name, but can be recognised.",
    remedy: "Use the previous name again, or add the new one to the declaration of the source.",
  },
  OTHER_ENCODING: {
    meaning: "The file is not in the declared encoding: it was read in another one.",
    remedy: "Check the accented letters, or save the file as UTF-8.",
  },
  HIDDEN_CHARACTERS: {
    meaning: "A cell has characters that nobody sees and that change or hide text: they were removed.",
    remedy: "Retype the cell in the source: such characters come from copying, or are meant to deceive.",
  },
  OTHER_SEPARATOR: {
    meaning: "The columns are not separated by the expected character.",
    remedy: "Save the file with the previous separator, or change the declaration of the source.",
  },
  PROBLEMS_NOT_LISTED: {
    meaning: "The file has more problems than the list can show: the others are counted by rule.",
    remedy: "Correct the listed problems, or the structure of the file, and import it again.",
  },
  ROW_TOO_LONG: {
    meaning: "The row is longer than 1 MB: line breaks are probably missing.",
    remedy: "Check the line breaks of the file.",
  },

  // What only files with a mapping file are checked by.
  NOT_A_NUMBER: {
    meaning: "The cell does not contain a number in the format of the mapping file.",
    remedy: "Write the number with the characters given in the message, or leave the cell empty.",
  },
  UNKNOWN_WORD: {
    meaning: "The cell contains a word that the mapping file does not explain.",
    remedy: "Add the word to the mapping file, or correct the cell.",
  },

  AREA_MISMATCH: {
    meaning: "The declared area is not the one of the point, or name and column give different areas.",
    remedy: "Correct the point, the column or the name.",
  },
  AREA_NAME_DOUBTFUL: {
    meaning:
      "The name is of an older division and matches no area of today with certainty: it counts in totals only.",
    remedy: "Add the number of the area at the source, or say which area the name stands for.",
  },
  CELL_COUNT: {
    meaning: "The row has more or fewer cells than the header.",
    remedy: "Add or remove separators, or put a text that contains one in quotation marks.",
  },
  COLUMNS_REPEATED: {
    meaning: "Two columns are the same in every row: one of them is probably a copy.",
    remedy: "Ask the publisher which of the two is right.",
  },
  COORDINATES_DISAGREE: {
    meaning: "The row gives the same place twice, with different coordinates.",
    remedy: "Correct one of the two pairs of coordinates.",
  },
  CUT_FILE: {
    meaning: "The file ends without a line break or within a row: it may be truncated.",
    remedy: "Download the file again.",
  },
  DUPLICATE: {
    meaning: "Two rows give the same data: the first one counts.",
    remedy: "Remove one of the two rows.",
  },
  EMPTY_CELL: {
    meaning: "The cell is empty or says that there is no data: the value is missing, it is not zero.",
    remedy: "Write the value at the source, if it is known.",
  },
  HOURS_NOT_UNDERSTOOD: {
    meaning: "The text about hours or closures cannot be interpreted with certainty: the answer is unknown.",
    remedy: "Write days, times and dates in full, for example: Lun 9:00-12:00, dal 1 al 31 agosto.",
  },
  HOURS_WHILE_CLOSED: {
    meaning:
      "The hours apply only on days on which the same source says that the place is closed: the closure counts.",
    remedy: "Correct the hours or the period of closure.",
  },
  INVALID_RECORD: {
    meaning: "The facts of the row cannot all be true together.",
    remedy: "Correct the fields given in the message.",
  },
  KINDS_DISAGREE: {
    meaning: "Two sources state different kinds of a centre for the same time: both statements are kept.",
    remedy: "Find out which of the two is right, and correct the other at its source.",
  },
  NOT_A_CODE: {
    meaning: "The key of the row is missing or does not have the expected form.",
    remedy: "Write the number and the name that identify the row.",
  },
  NOT_A_COORDINATE: {
    meaning: "The coordinates are not decimal degrees.",
    remedy: "Write longitude and latitude in decimal degrees, with a decimal point.",
  },
  NOT_A_COUNT: {
    meaning: "A count is not a whole number from 0.",
    remedy: "Write digits only, or leave the cell empty.",
  },
  NOT_A_DATE: {
    meaning: "The date or year does not have the expected form.",
    remedy: "Write the date in the form given in the message.",
  },
  NOT_A_GEOMETRY: {
    meaning: "The boundary is not a valid polygon.",
    remedy: "Correct the geometry at the source.",
  },
  NOT_A_PHONE: {
    meaning: "The cell does not contain exactly one phone number.",
    remedy: "Write one number, followed by any remarks in brackets.",
  },
  NOT_AN_AREA: {
    meaning: "The row counts people who are attributed to no area: they are in the totals, on no map.",
    remedy: "Nothing to correct.",
  },
  NOT_AN_INDEX: {
    meaning: "The cell does not contain a number of the scale of the index.",
    remedy: "Write the number with a decimal point, or leave the cell empty.",
  },
  NOT_A_RECORD: {
    meaning:
      "This is no record: a JSON without the required fields, or a row with a sum, a note or column names.",
    remedy: "Correct the record given in the message, or leave the row out in the mapping file.",
  },
  NOT_A_SHARE: {
    meaning: "A share is not a number above 0 and at most 1.",
    remedy: "Write the share with a decimal point.",
  },
  NOT_OWN: {
    meaning: "The record does not belong to the organisation that gave the file: it was not changed.",
    remedy: "Give only records of the own organisation, and propose changes of others with proposeChange.",
  },
  NOT_HELD: {
    meaning: "The source gives data that the hub does not store: it is not imported.",
    remedy: "Nothing to correct; the data stays available at the source.",
  },
  NOT_YES_OR_NO: {
    meaning: "The cell does not say yes, no or nothing.",
    remedy: 'Write "si" or "no", or leave the cell empty.',
  },
  POINT_OUTSIDE_CITY: {
    meaning: "The point lies outside every known boundary.",
    remedy: "Correct the coordinates: latitude and longitude are often swapped.",
  },
  PHONE_WITHOUT_PREFIX: {
    meaning:
      "Phone numbers lack their leading zero: they cannot be called as they are, and are not imported.",
    remedy: "Write the numbers with their leading zero, as text and not as numbers.",
  },
  POINT_PROPOSED: {
    meaning:
      "The point is missing, but another source gives one for the place: it is proposed, not filled in.",
    remedy: "Check the proposed point and write it at the source.",
  },
  POINTS_DISAGREE: {
    meaning: "Two sources give the same place points that are far apart: one of the two is wrong.",
    remedy: "Correct the wrong point at its source; the message may propose one.",
  },
  POSSIBLE_SAME_CENTRE: {
    meaning: "Two records may be about one centre: they count as two until a steward decides.",
    remedy: "Decide in same-as.json or with updateCentre: sameAs accepts, distinctFrom rejects.",
  },
  POSSIBLE_SAME_PLACE: {
    meaning: "Two records of different sources may be at one place: they stay apart until a person decides.",
    remedy: "If it is one place, write the same address in both sources.",
  },
  QUOTE_NOT_CLOSED: {
    meaning: "A quotation mark opens and never closes.",
    remedy: "Close it, or double it if it is part of the text.",
  },
  SOURCE_UNREADABLE: {
    meaning: "The whole file cannot be read: the data of an earlier import stays.",
    remedy: "Correct the file as the message says and import it again.",
  },
  SURFACE_DIFFERS: {
    meaning:
      "The stated surface is not that of the boundary: it may have been exchanged with that of another area.",
    remedy: "Write the surface of each area beside that area.",
  },
  TOTAL_DIFFERS: {
    meaning: "The parts do not add up to the total, or a part is larger than the whole.",
    remedy: "Check the numbers of the row at the source.",
  },
  UNKNOWN_AREA: {
    meaning: "The area given in the row does not exist.",
    remedy: "Write the number of an existing area.",
  },
  UNKNOWN_CENTRE: {
    meaning: "The centre given in the row does not exist.",
    remedy: "Import the source of the centre first, or correct its code.",
  },
};
