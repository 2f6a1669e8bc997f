import type { GateTexts } from "./messages-shape";

export const gateEn: GateTexts = {
  gallery_approved: {
    label: "Dealership approved",
    message: "Your dealership is not approved yet.",
    fix: "You can publish as soon as it is approved.",
  },
  licence_stated: {
    label: "Trade licence stated",
    message: "The trade licence number is missing.",
    fix: "Add your trade licence number to your dealership's details.",
  },
  licence_valid: {
    label: "Trade licence valid",
    message: "Your trade licence expired on {date}.",
    fix: "Renew it and update its end date in your dealership's details.",
  },
  make_series: {
    label: "Make and series",
    message: "Make or series is missing.",
    fix: "Choose make and series in the vehicle details.",
  },
  model: {
    label: "Model",
    message: "The model is missing.",
    fix: "Choose the model in the vehicle details.",
  },
  trim: {
    label: "Trim",
    message: "The trim is missing.",
    fix: "Choose the trim in the vehicle details.",
  },
  model_year: {
    label: "Model year",
    message: "The model year is missing.",
    fix: "Enter the model year.",
  },
  fuel: { label: "Fuel", message: "The fuel is missing.", fix: "Choose the fuel." },
  mileage: {
    label: "Mileage",
    message: "The mileage is missing.",
    fix: "Enter the mileage shown on the odometer.",
  },
  price: { label: "Price", message: "The price is missing.", fix: "Enter a price above zero." },
  vin: {
    label: "VIN",
    message: "A valid VIN is missing; the advert has to state its last 6 characters.",
    fix: "Enter the 17 characters of the VIN from the registration document.",
  },
  plate: {
    label: "Plate",
    message: "The plate is missing.",
    fix: "Enter the vehicle's plate. It is never shown on public pages.",
  },
  plate_unusual: {
    label: "Plate format",
    message: "The plate does not have the usual form.",
    fix: "Check its spelling unless it is official, temporary or foreign.",
  },
  panels: {
    label: "Paint and replaced panels",
    message: "Panels without a stated condition: {missing}.",
    fix: "Mark all 13 panels on the body diagram.",
  },
  damage_record: {
    label: "Damage record",
    message: "The damage record is not stated.",
    fix: "State the vehicle's Tramer record in the damage section.",
  },
  damage_queried: {
    label: "Tramer query",
    message: "The damage record is stated as unknown.",
    fix: "Query Tramer and add the result; buyers trust it more.",
  },
  liens: {
    label: "Pledges and liens",
    message: "Pledges or liens are not stated.",
    fix: "Choose whether the vehicle is pledged or under lien.",
  },
  warranty: {
    label: "Warranty",
    message: "The remaining warranty is not stated.",
    fix: "Enter the end of the warranty or mark that there is none.",
  },
  photos: {
    label: "Photos",
    message: "Photos ready: {ready}; at least {min} are needed.",
    fix: "Add photos and wait until they are processed.",
  },
  cover: {
    label: "Cover photo",
    message: "No cover photo is chosen, or it is not ready yet.",
    fix: "Make one of the ready photos the cover.",
  },
  description_contact: {
    label: "No contact data in the description",
    message: "The description holds a phone number, an e-mail address or a link.",
    fix: "Take contact data out of the description; buyers reach you through Kontak.",
  },
  eids: {
    label: "EİDS verification",
    message: "The vehicle has no EİDS verification.",
    fix: "Start the verification once the owner has authorised you on e-Devlet.",
  },
  six_plus_six: {
    label: "6 months and 6,000 km rule",
    message: "The vehicle may not be marketed before {months} months and {km} km.",
    fix: "Publish once both have passed; check the date of first registration.",
  },
  ekspertiz: {
    label: "Expertise report",
    message: "This vehicle needs an expertise report.",
    fix: "Get a report from a TSE-certified firm and add its details.",
  },
};
